package org.kashidashi.sync.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreSettings;

/** What is remembered of authorities and links, in the real store. */
final class CachedRegistryTest {
  private static final PresentedCertificate CERTIFICATE =
      new PresentedCertificate(new byte[] {1}, new byte[] {2}, BigInteger.TEN);
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.MYKEY_ID, "TEST0001");
  private static final PatronId PATRON = new PatronId("9999900001");
  private static final LinkAnswer LINKED =
      new LinkAnswer.Linked(PATRON, Optional.of(new CardKey(new byte[] {3, 4})));
  private static final Resolution RESOLVED = new Resolution.Resolved(PERSON);
  private static final LinkAnswer UNREACHABLE = new LinkAnswer.Unreachable("test");
  private static final Resolution UNAVAILABLE = new Resolution.Unavailable("test");

  static Stream<Resolution> negatives() {
    return Stream.of(
        new Resolution.OldMethodOnly(),
        new Resolution.UnknownPerson(),
        new Resolution.Revoked(),
        new Resolution.Suspended());
  }

  @TempDir
  Path directory;

  private final TurnableClock clock = new TurnableClock();
  private Resolution authority = RESOLVED;
  private LinkAnswer central = LINKED;
  private int questions;

  @SuppressWarnings("NullAway.Init")
  private Store store;

  @BeforeEach
  void openStore() throws Exception {
    store = Store.open(StoreSettings.of(directory.resolve("kiosk.db"), "k1"), new SecureRandom());
  }

  @AfterEach
  void closeStore() throws Exception {
    store.close();
  }

  @Test
  void authorityIsNotAskedAgainWithinADay() {
    IdentityResolver resolver = resolver(Duration.ofHours(24));
    resolver.resolve(CERTIFICATE);
    clock.turn(Duration.ofHours(24));
    authority = UNAVAILABLE;

    assertEquals(RESOLVED, resolver.resolve(CERTIFICATE));
    assertEquals(1, questions);
  }

  @Test
  void oldAnswerIsNotUsedEvenWhenTheAuthorityIsDown() {
    IdentityResolver resolver = resolver(Duration.ofHours(24));
    resolver.resolve(CERTIFICATE);
    clock.turn(Duration.ofHours(24).plusMillis(1));
    authority = UNAVAILABLE;

    assertEquals(UNAVAILABLE, resolver.resolve(CERTIFICATE));
  }

  @Test
  void answerFromTheFutureIsNotUsed() {
    IdentityResolver resolver = resolver(Duration.ofHours(24));
    resolver.resolve(CERTIFICATE);
    clock.turn(Duration.ofDays(-1));
    authority = UNAVAILABLE;

    assertEquals(UNAVAILABLE, resolver.resolve(CERTIFICATE));
  }

  @Test
  void anotherCertificateIsAnotherQuestion() {
    IdentityResolver resolver = resolver(Duration.ofHours(24));
    resolver.resolve(CERTIFICATE);
    PresentedCertificate other =
        new PresentedCertificate(new byte[] {1}, new byte[] {2}, BigInteger.TWO);

    resolver.resolve(other);

    assertEquals(2, questions);
  }

  @Test
  void zeroMeansNeverRemembered() throws Exception {
    IdentityResolver resolver = resolver(Duration.ZERO);
    resolver.resolve(CERTIFICATE);
    resolver.resolve(CERTIFICATE);

    assertEquals(2, questions);
    assertEquals(Optional.empty(), store.resolverCache().find(CERTIFICATE));
  }

  @ParameterizedTest
  @MethodSource("negatives")
  void negativeAnswerForgetsTheCertificate(Resolution negative) throws Exception {
    IdentityResolver resolver = resolver(Duration.ofHours(1));
    resolver.resolve(CERTIFICATE);
    clock.turn(Duration.ofHours(2));
    authority = negative;

    assertEquals(negative, resolver.resolve(CERTIFICATE));
    assertEquals(Optional.empty(), store.resolverCache().find(CERTIFICATE));
  }

  @Test
  void freshLinkIsNotAskedAgain() {
    LinkRegistry registry = registry();
    registry.find(PERSON);
    clock.turn(Duration.ofMinutes(15));

    assertEquals(LINKED, registry.find(PERSON));
    assertEquals(1, questions);
  }

  @Test
  void linkWithoutAKeyIsRememberedWithout() {
    central = new LinkAnswer.Linked(PATRON, Optional.empty());
    LinkRegistry registry = registry();
    registry.find(PERSON);

    assertEquals(new LinkAnswer.Linked(PATRON, Optional.empty()), registry.find(PERSON));
    assertEquals(1, questions);
  }

  @Test
  void agedLinkIsUsedOnlyWhileCentralIsUnreachable() {
    LinkRegistry registry = registry();
    registry.find(PERSON);
    clock.turn(Duration.ofDays(7));
    central = UNREACHABLE;
    assertEquals(LINKED, registry.find(PERSON));
    central = new LinkAnswer.Reissued();

    assertEquals(new LinkAnswer.Reissued(), registry.find(PERSON));
    central = UNREACHABLE;
    assertEquals(UNREACHABLE, registry.find(PERSON));
  }

  @Test
  void linkOlderThanAWeekIsNotUsed() {
    LinkRegistry registry = registry();
    registry.find(PERSON);
    clock.turn(Duration.ofDays(7).plusMillis(1));
    central = UNREACHABLE;

    assertEquals(UNREACHABLE, registry.find(PERSON));
  }

  @Test
  void unlinkedPersonIsForgotten() throws Exception {
    LinkRegistry registry = registry();
    registry.find(PERSON);
    clock.turn(Duration.ofHours(1));
    central = new LinkAnswer.NotLinked();

    registry.find(PERSON);

    assertEquals(Optional.empty(), store.linkCache().find(PERSON));
  }

  @Test
  void brokenMemoryDoesNotStopTheQuestion() throws Exception {
    store.close();

    assertEquals(RESOLVED, resolver(Duration.ofHours(24)).resolve(CERTIFICATE));
    assertInstanceOf(LinkAnswer.Linked.class, registry().find(PERSON));
    openStore();
  }

  private IdentityResolver resolver(Duration keep) {
    return new CachedIdentityResolver(
        _ -> {
          questions++;
          return authority;
        },
        store.resolverCache(),
        clock,
        keep);
  }

  private LinkRegistry registry() {
    return new CachedLinkRegistry(
        _ -> {
          questions++;
          return central;
        },
        store.linkCache(),
        clock,
        new Freshness(Duration.ofMinutes(15), Duration.ofDays(7)));
  }
}
