package org.kashidashi.sync.ils.central;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where central is and how long it may take.
 *
 * @param address http or https, without path, query and user
 * @param kiosk 1 to 32 of a-z, 0-9 and hyphen
 * @param lookupBudget for a question while a patron waits
 * @param deliveryBudget for a batch of loans
 */
public record CentralSettings(
    URI address, String kiosk, Duration lookupBudget, Duration deliveryBudget) {
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Duration LOOKUP = Duration.ofMillis(1500);
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  public CentralSettings {
    boolean plain = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && (address.getRawPath().isEmpty() || "/".equals(address.getRawPath()));
    if (!plain) {
      throw new IllegalArgumentException(
          "central's address is '%s', need one like https://central.example:8443"
              .formatted(address));
    }
    if (!KIOSK.matcher(kiosk).matches()) {
      throw new IllegalArgumentException(
          "kiosk id '%s', need 1 to 32 of a-z, 0-9 and hyphen".formatted(kiosk));
    }
    if (!lookupBudget.isPositive() || !deliveryBudget.isPositive()) {
      throw new IllegalArgumentException(
          "budgets of %s and %s, need more than 0".formatted(lookupBudget, deliveryBudget));
    }
  }

  /** Whether central is spoken to by TLS. */
  boolean encrypted() {
    return "https".equals(address.getScheme());
  }

  /** 1.5 s for a lookup, 10 s for a delivery. */
  public static CentralSettings of(URI address, String kiosk) {
    return new CentralSettings(address, kiosk, LOOKUP, DELIVERY);
  }
}
