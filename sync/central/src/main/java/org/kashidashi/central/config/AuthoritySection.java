package org.kashidashi.central.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kashidashi.sync.registry.authority.AuthorityAccess;
import org.kashidashi.sync.registry.authority.AuthorityPlace;

/** Reads where the authority is asked: the section [authority]. */
final class AuthoritySection {
  private static final int SECONDS = 5;
  /** A counter waits ten for a link, of which this is a part. */
  private static final int SECONDS_MAXIMUM = 7;

  private AuthoritySection() {}

  /**
   * Reads the section, if it is there.
   *
   * @param besideFile makes a path of the file into one from the root
   */
  static Optional<AuthorityPlace> read(Settings settings, UnaryOperator<Path> besideFile) {
    if (!settings.has("authority")) {
      return Optional.empty();
    }
    String url = settings.text(
        "authority.url",
        AuthoritySection::isAddress,
        "write an address such as \"https://authority.example:8443\", or \"http://127.0.0.1:8443\"");
    int seconds = settings.integerOr("authority.limit_seconds", SECONDS, 1, SECONDS_MAXIMUM);
    return Optional.of(new AuthorityPlace(
        URI.create(url),
        Duration.ofSeconds(seconds),
        file(settings, "authority.certificates", besideFile),
        file(settings, "authority.secret", besideFile)));
  }

  private static Optional<Path> file(
      Settings settings, String key, UnaryOperator<Path> besideFile) {
    String name =
        settings.textOr(key, "", ConfigFile::isFile, "write the path of a file, or leave it out");
    return name.isEmpty() ? Optional.empty() : Optional.of(besideFile.apply(Path.of(name)));
  }

  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      return new AuthorityAccess(address, Duration.ofSeconds(SECONDS), List.of(), "")
          .address()
          .equals(address);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
