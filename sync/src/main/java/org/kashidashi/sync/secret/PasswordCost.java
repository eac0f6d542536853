package org.kashidashi.sync.secret;

/**
 * What one try at a password costs whoever guesses it, and the machine that judges it.
 *
 * @param memoryKib in KiB, at least 8, as RFC 9106 asks of one lane
 * @param passes over so much memory
 */
public record PasswordCost(int memoryKib, int passes) {
  /**
   * 19 MiB, two passes: the least memory that OWASP's Password Storage Cheat Sheet names for
   * Argon2id, because a kiosk's board has 1 GB, which central may share; of its equal choices, the
   * one with the fewest passes over so much.
   */
  public static final PasswordCost USUAL = new PasswordCost(19 * 1024, 2);

  private static final int MEMORY_KIB_MINIMUM = 8;

  public PasswordCost {
    if (memoryKib < MEMORY_KIB_MINIMUM || passes < 1) {
      throw new IllegalArgumentException("%d KiB and %d passes, need at least %d KiB and 1 pass"
          .formatted(memoryKib, passes, MEMORY_KIB_MINIMUM));
    }
  }
}
