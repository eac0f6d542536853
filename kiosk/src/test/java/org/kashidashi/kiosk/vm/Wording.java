package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;

/** What the console says in English, as far as a person waits for it. */
final class Wording {
  private static final String FILE = "/org/kashidashi/kiosk/console/talk/words/en.properties";
  private static final String SHIFTING = "\\{[^}]*\\}";

  private final ResourceBundle bundle;

  private Wording(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  static Wording shipped() {
    try (InputStream in = Wording.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE + " in this program");
      }
      return new Wording(
          new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  /** The parts of a text that are always the same, where this is the name of one; or this. */
  List<String> fixed(String expected) {
    if (!bundle.containsKey(expected)) {
      return List.of(expected);
    }
    String text = bundle.getString(expected).replace("''", "'");
    return Arrays.stream(text.split(SHIFTING, -1))
        .map(String::strip)
        .filter(part -> part.length() > 2)
        .toList();
  }

  /** The same as a whole, without what is told in between. */
  String text(String name) {
    return String.join(" ", fixed(name));
  }

  /** How a row of health begins. */
  String row(Part part, Standing standing) {
    return text("Part." + part) + " " + text("Standing." + standing);
  }

  /** Whether an answer, as one row, has all of them. */
  boolean all(String answer, String... expected) {
    return Arrays.stream(expected).flatMap(some -> fixed(some).stream()).allMatch(answer::contains);
  }
}
