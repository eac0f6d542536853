package org.kashidashi.hal.sim;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** The cards that tests lay on readers: the same seed gives the same keys and certificates. */
public final class TestCards {
  public static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  public static final CardHolder HOLDER = CardHolder.example();

  private static final long SEED = 20261120;

  private final TestHierarchy hierarchy = TestHierarchy.create(seeded(SEED));
  private final CardIssuer issuer =
      new CardIssuer(hierarchy, InstantSource.fixed(NOW), seeded(SEED));

  public TestHierarchy hierarchy() {
    return hierarchy;
  }

  public CardIssuer issuer() {
    return issuer;
  }

  public SimCard card(CardVariant variant) {
    return issuer.issue(variant, HOLDER);
  }

  public SimCard card() {
    return card(CardVariant.NORMAL);
  }

  /** A random stream that a seed decides: the one generator of the JDK that promises it. */
  public static SecureRandom seeded(long seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA1PRNG", e);
    }
  }
}
