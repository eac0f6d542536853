package org.kashidashi.sync.registry.authority;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the service is that runs the authority's client, and how it is known and asked.
 *
 * @param address https, or http on this machine; without path, query and user
 * @param limit the longest time that an answer may take
 * @param trusted who may vouch for the service; empty for whom the platform trusts
 * @param secret what the service knows us by; empty if it asks for nothing
 */
public record AuthorityAccess(
    URI address, Duration limit, List<X509Certificate> trusted, String secret) {
  static final int SECRET_MAXIMUM = 200;

  private static final Pattern SECRET = Pattern.compile("[!-~]{1,%d}".formatted(SECRET_MAXIMUM));
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]", "localhost");

  public AuthorityAccess {
    trusted = List.copyOf(trusted);
    boolean https = "https".equals(address.getScheme());
    boolean http = "http".equals(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost());
    boolean plain = (https || http)
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && (address.getRawPath().isEmpty() || "/".equals(address.getRawPath()));
    if (!plain) {
      throw new IllegalArgumentException(
          "the authority service's address is '%s', need one like https://authority.example:8443, or"
                  .formatted(address)
              + " http on this machine");
    }
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("limit of %s, need more than 0".formatted(limit));
    }
    if (!secret.isEmpty() && !isSecret(secret)) {
      throw new IllegalArgumentException(
          "a secret of %d characters, need at most %d, ASCII without blanks"
              .formatted(secret.length(), SECRET_MAXIMUM));
    }
  }

  static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "authority service at " + address;
  }
}
