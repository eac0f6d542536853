package org.kashidashi.central.circulation;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where an operation was made, and in which order on that kiosk.
 *
 * @param kiosk 1 to 32 of a-z, 0-9 and hyphen
 * @param epoch counts the kiosk's starts, 0 or more
 * @param sequence counts its operations within the epoch, 0 or more
 */
public record Origin(String kiosk, long epoch, long sequence) {
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Comparator<Origin> ORDER =
      Comparator.comparingLong(Origin::epoch).thenComparingLong(Origin::sequence);

  public Origin {
    if (!isKiosk(kiosk)) {
      throw new IllegalArgumentException(
          "kiosk id of %d characters, need 1 to 32 of a-z, 0-9 and hyphen"
              .formatted(kiosk.length()));
    }
    if (epoch < 0 || sequence < 0) {
      throw new IllegalArgumentException(
          "epoch %d and sequence %d, need 0 or more".formatted(epoch, sequence));
    }
  }

  public static boolean isKiosk(String text) {
    return KIOSK.matcher(text).matches();
  }

  boolean sameKiosk(Origin other) {
    return kiosk.equals(other.kiosk);
  }

  boolean after(Origin other) {
    return ORDER.compare(this, other) > 0;
  }
}
