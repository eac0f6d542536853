package org.kashidashi.sync.outbox;

import java.util.regex.Pattern;

/**
 * Names one operation for ever, so that sending it twice has the effect of once.
 *
 * @param kiosk 1 to 32 of a-z, 0-9 and hyphen
 * @param store 16 hexadecimal digits made at random when the database was made: a database made
 *     anew counts from 1 again, and must not reuse a key
 * @param epoch counts the starts of the kiosk, from 1
 * @param sequence counts the operations of the database, from 1, through all epochs
 */
public record IdempotencyKey(String kiosk, String store, int epoch, long sequence) {
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern STORE = Pattern.compile("[0-9a-f]{16}");

  public IdempotencyKey {
    if (!KIOSK.matcher(kiosk).matches()) {
      throw new IllegalArgumentException(
          "kiosk id '%s', need 1 to 32 of a-z, 0-9 and hyphen".formatted(kiosk));
    }
    if (!STORE.matcher(store).matches()) {
      throw new IllegalArgumentException(
          "store id '%s', need 16 hexadecimal digits".formatted(store));
    }
    if (epoch < 1 || sequence < 1) {
      throw new IllegalArgumentException(
          "epoch %d and sequence %d, need 1 or more".formatted(epoch, sequence));
    }
  }

  /** As it is sent: at most 80 characters of A-Z, a-z, 0-9, dot, underscore and hyphen. */
  public String text() {
    return kiosk + "." + store + "." + epoch + "." + sequence;
  }

  @Override
  public String toString() {
    return text();
  }
}
