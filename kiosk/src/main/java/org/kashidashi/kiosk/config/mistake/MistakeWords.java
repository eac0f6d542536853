package org.kashidashi.kiosk.config.mistake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The words for mistakes of a configuration in one language. */
public final class MistakeWords {
  private static final MistakeWords ENGLISH = shipped("en");
  private static final MistakeWords JAPANESE = shipped("ja");

  private final ResourceBundle bundle;

  private MistakeWords(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** Those of the commands in a shell, of the log and of whoever asks for English; ASCII. */
  public static MistakeWords english() {
    return ENGLISH;
  }

  public static MistakeWords japanese() {
    return JAPANESE;
  }

  /** Where it is, without the file, what is wrong and what to do. */
  public String text(Mistake mistake) {
    StringBuilder text = new StringBuilder();
    if (mistake.line() > 0) {
      text.append(pattern("mistake.line", Integer.toString(mistake.line()))).append(": ");
    }
    if (!mistake.key().isEmpty()) {
      text.append(mistake.key()).append(": ");
    }
    return text.append(pattern("mistake.said", text(mistake.problem()), text(mistake.remedy())))
        .toString();
  }

  public String text(Wording wording) {
    return switch (wording) {
      case Wording.Verbatim(String text) -> text;
      case Wording.Phrased(Term term, var facts) ->
        pattern(term.key(), facts.stream().map(this::text).toArray());
    };
  }

  private String pattern(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(facts);
  }

  private static MistakeWords shipped(String tag) {
    String name = "words/" + tag + ".properties";
    try (InputStream in = MistakeWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this program");
      }
      return new MistakeWords(
          new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " of this program cannot be read", unreadable);
    }
  }
}
