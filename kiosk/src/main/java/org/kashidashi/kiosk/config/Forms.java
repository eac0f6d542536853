package org.kashidashi.kiosk.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.kashidashi.kiosk.screen.Theme;

/** Makes the forms that the settings share. */
final class Forms {
  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_URL = 200;
  /** Compared as text: a name is never looked up. */
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  private Forms() {}

  /** Text that matches a pattern. */
  static Form<String> text(String pattern, Wording allowed, String example) {
    Pattern form = Pattern.compile(pattern);
    return new TextForm<>(
        allowed,
        example,
        text -> {
          if (!form.matcher(text).matches()) {
            throw UnfitValueException.of(text);
          }
          return text;
        },
        Function.identity());
  }

  /** Printable text on one line, as it stands on screens and receipts. */
  static Form<String> shownText(int least, int most, String example) {
    return text(
        "\\P{C}{%d,%d}".formatted(least, most), Allowed.SHOWN_TEXT.with(least, most), example);
  }

  /** A colour on which white words can be read. */
  static Form<Integer> darkColour() {
    return new TextForm<>(
        Allowed.COLOUR.with(),
        Theme.standard().title(),
        text -> {
          if (!COLOUR.matcher(text).matches()) {
            throw UnfitValueException.of(text);
          }
          int rgb = Integer.parseInt(text.substring(1), 16);
          if (!Theme.isDark(rgb)) {
            throw new UnfitValueException(Problem.COLOUR_TOO_LIGHT.with(text));
          }
          return rgb;
        },
        rgb -> "#%06x".formatted(rgb));
  }

  /** One of the constants of an enum, in lower case. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    E[] constants = type.getEnumConstants();
    String allowed = Arrays.stream(constants)
        .map(constant -> "\"" + name(constant) + "\"")
        .collect(Collectors.joining(", "));
    return new TextForm<>(
        (constants.length == 1 ? Allowed.ONLY : Allowed.ONE_OF).with(allowed),
        constants[0],
        text -> Arrays.stream(constants)
            .filter(constant -> name(constant).equals(text))
            .findFirst()
            .orElseThrow(() -> UnfitValueException.of(text)),
        Forms::name);
  }

  static Form<Duration> duration(Duration least, Duration most) {
    return new TextForm<>(
        Allowed.LENGTH_OF_TIME.with(DurationText.write(least), DurationText.write(most)),
        least,
        text -> {
          Duration value = DurationText.parse(text);
          if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw UnfitValueException.of(text);
          }
          return value;
        },
        DurationText::write);
  }

  static Form<Path> path() {
    return new TextForm<>(Allowed.PATH.with(), Path.of("/"), Forms::parsePath, Path::toString);
  }

  static Form<Optional<Path>> optionalPath() {
    return new TextForm<>(
        Allowed.PATH_OR_NONE.with(),
        Optional.empty(),
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parsePath(text)),
        path -> path.map(Path::toString).orElse(""));
  }

  static Form<ZoneId> zone() {
    return new TextForm<>(
        Allowed.ZONE.with(),
        ZoneId.of("Asia/Tokyo"),
        text -> {
          try {
            return ZoneId.of(text);
          } catch (DateTimeException unknown) {
            throw UnfitValueException.of(text);
          }
        },
        ZoneId::getId);
  }

  /** Without TLS only to this machine: identifiers of persons travel on this line. */
  static Form<URI> url() {
    return new TextForm<>(
        Allowed.ADDRESS.with(),
        URI.create("http://127.0.0.1:8080"),
        Forms::parseUrl,
        URI::toString);
  }

  static Form<Optional<URI>> optionalUrl() {
    return new TextForm<>(
        Allowed.ADDRESS_OR_NONE.with(),
        Optional.empty(),
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parseUrl(text)),
        url -> url.map(URI::toString).orElse(""));
  }

  /** A place on a server, where an address alone is not enough. */
  static Form<Optional<URI>> optionalPlace() {
    return new TextForm<>(
        Allowed.PLACE_OR_NONE.with(),
        Optional.empty(),
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parsePlace(text)),
        url -> url.map(URI::toString).orElse(""));
  }

  private static Path parsePath(String text) throws UnfitValueException {
    try {
      Path path = Path.of(text);
      boolean printable = text.chars().noneMatch(Character::isISOControl);
      if (path.isAbsolute() && text.length() <= LONGEST_PATH && printable) {
        return path.normalize();
      }
    } catch (InvalidPathException invalid) {
      throw UnfitValueException.of(text);
    }
    throw UnfitValueException.of(text);
  }

  private static URI parseUrl(String text) throws UnfitValueException {
    URI url = parsePlace(text);
    if (!(url.getPath().isEmpty() || url.getPath().equals("/"))) {
      throw UnfitValueException.of(text);
    }
    return url;
  }

  private static URI parsePlace(String text) throws UnfitValueException {
    if (text.length() > LONGEST_URL) {
      throw new UnfitValueException(Problem.ADDRESS_TOO_LONG.with(text.length()));
    }
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException invalid) {
      throw UnfitValueException.of(text);
    }
    if (url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw UnfitValueException.of(text);
    }
    boolean safe = "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()));
    if (!safe) {
      throw UnfitValueException.of(text);
    }
    return url;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
