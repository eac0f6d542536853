package org.kashidashi.kiosk.console.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.diagnosis.Cause;

/** The words of the console in one language. */
final class Words {
  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  static Map<Tongue, Words> shipped() {
    Map<Tongue, Words> all = new EnumMap<>(Tongue.class);
    for (Tongue tongue : Tongue.values()) {
      all.put(tongue, new Words(shipped(tongue)));
    }
    return all;
  }

  String of(Phrase phrase, Object... facts) {
    return text(phrase.key(), facts);
  }

  /** A constant of something that is shown. */
  String name(Enum<?> constant, Object... facts) {
    return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), facts);
  }

  String remedy(Cause cause) {
    return text("Cause." + cause.name() + ".do");
  }

  /** What a command does. */
  String help(String command) {
    return text("help." + command.replace(' ', '.'));
  }

  /** Facts are written as they are: a number gets no thousands separator. */
  private String text(String key, Object... facts) {
    Object[] written = Arrays.stream(facts).map(Object::toString).toArray();
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(written);
  }

  private static ResourceBundle shipped(Tongue tongue) {
    String name = "words/" + tongue.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this program");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " of this program cannot be read", unreadable);
    }
  }
}
