package org.kashidashi.hal.sim;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The authorities behind a set of test cards: two generations that share a name, one stranger that
 * only claims it, one key for the cards.
 */
public final class TestHierarchy {
  private static final LocalDate FIRST_FROM = LocalDate.of(2019, 3, 9);
  private static final LocalDate SECOND_FROM = LocalDate.of(2023, 3, 23);
  private static final int YEARS = 10;

  private final TestAuthority first;
  private final TestAuthority second;
  private final TestAuthority stranger;
  private final TestAuthority signature;
  private final TestKey cardKey;

  private TestHierarchy(TestKey first, TestKey second, TestKey stranger, TestKey cardKey) {
    this.first = authority(first, 0x0A01, FIRST_FROM);
    this.second = authority(second, 0x0A02, SECOND_FROM);
    this.stranger = authority(stranger, 0x0A02, SECOND_FROM);
    // Whose key signs the certificates that nobody reads does not matter: one key less to make.
    this.signature = TestAuthority.signature(
        first, BigInteger.valueOf(0x0A03), start(SECOND_FROM), end(SECOND_FROM));
    this.cardKey = cardKey;
  }

  /** Makes four new keys, which takes a second or so. */
  public static TestHierarchy create(SecureRandom random) {
    return new TestHierarchy(
        TestKey.generate(random),
        TestKey.generate(random),
        TestKey.generate(random),
        TestKey.generate(random));
  }

  /**
   * Reads the hierarchy kept in {@code directory}; what is missing there is made and kept. The
   * certificates lie beside the keys as {@code *.cer} (DER), to be imported as trust anchors.
   *
   * @throws IOException if a file cannot be read or written, or is no key
   */
  public static TestHierarchy open(Path directory, SecureRandom random) throws IOException {
    TestHierarchy hierarchy = new TestHierarchy(
        TestKey.open(directory.resolve("authority-1.key"), random),
        TestKey.open(directory.resolve("authority-2.key"), random),
        TestKey.open(directory.resolve("stranger.key"), random),
        TestKey.open(directory.resolve("card.key"), random));
    Files.write(
        directory.resolve("authority-1.cer"), hierarchy.first.certificate().der());
    Files.write(
        directory.resolve("authority-2.cer"), hierarchy.second.certificate().der());
    return hierarchy;
  }

  /** The older generation, still valid. */
  public TestAuthority first() {
    return first;
  }

  /** The newer generation: the same name, another key. It issues the cards. */
  public TestAuthority second() {
    return second;
  }

  /** Carries the name and serial of {@link #second} with a key that no kiosk knows. */
  public TestAuthority stranger() {
    return stranger;
  }

  TestAuthority signature() {
    return signature;
  }

  /** The key pair that every test card carries. */
  public TestKey cardKey() {
    return cardKey;
  }

  private static TestAuthority authority(TestKey key, int serial, LocalDate from) {
    return TestAuthority.userAuthentication(
        key, BigInteger.valueOf(serial), start(from), end(from));
  }

  private static Instant start(LocalDate from) {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant end(LocalDate from) {
    return LeafProfile.endOf(from.plusYears(YEARS).minusDays(1));
  }
}
