package org.kashidashi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.card.jpki.CertificateBytes;

final class TrustStoreTest {
  private static final ForgedKey FIRST = ForgedKey.rsa(1);
  private static final ForgedKey SECOND = ForgedKey.rsa(2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneOffset.UTC);

  @TempDir
  Path directory;

  @Test
  void trustsNobodyWhenDirectoryIsMissing() {
    TrustStore store = new TrustStore(directory.resolve("none"), AuthorityScope.PRODUCTION);
    assertEquals(List.of(), store.current());
    assertEquals(List.of(), store.problems());
  }

  @Test
  void takesEffectWithoutRestartWhenAnchorIsAddedByAnotherProgram() throws TrustStoreException {
    TrustStore kiosk = new TrustStore(directory.resolve("trust"), AuthorityScope.PRODUCTION);
    CertificateCheck check = new CertificateCheck(kiosk, AcceptedPolicies.production(), CLOCK);
    CertificateBytes card =
        new CertificateBytes(CertificateForge.leaf(ForgedKey.rsa(3), FIRST).der());
    assertInstanceOf(CertificateVerdict.Untrusted.class, check.check(card));

    TrustStore tool = new TrustStore(directory.resolve("trust"), AuthorityScope.PRODUCTION);
    TrustAnchor anchor = CertificateForge.authority(FIRST).anchor();
    tool.add(anchor);
    assertInstanceOf(CertificateVerdict.Valid.class, check.check(card));

    assertTrue(tool.remove(anchor.fingerprint()));
    assertInstanceOf(CertificateVerdict.Untrusted.class, check.check(card));
    assertFalse(tool.remove(anchor.fingerprint()));
  }

  @Test
  void readsNothingAgainWhenDirectoryIsUnchanged() throws TrustStoreException {
    TrustStore store = new TrustStore(directory, AuthorityScope.PRODUCTION);
    store.add(CertificateForge.authority(FIRST).anchor());
    assertSame(store.current(), store.current());
  }

  @Test
  void leavesOneFileNamedByItsFingerprint() throws TrustStoreException, IOException {
    TrustAnchor anchor = CertificateForge.authority(FIRST).anchor();
    new TrustStore(directory, AuthorityScope.PRODUCTION).add(anchor);
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(directory.resolve(anchor.fingerprint().hex() + ".der")), files.toList());
    }
  }

  @Test
  void ignoresUnfinishedFile() throws IOException {
    Files.write(directory.resolve("0.new"), new byte[] {1});
    TrustStore store = new TrustStore(directory, AuthorityScope.PRODUCTION);
    assertEquals(List.of(), store.problems());
  }

  @Test
  void doesNotTrustFileThatWasChanged() throws TrustStoreException, IOException {
    TrustStore store = new TrustStore(directory, AuthorityScope.PRODUCTION);
    TrustAnchor anchor = CertificateForge.authority(FIRST).anchor();
    store.add(anchor);
    byte[] other = CertificateForge.authority(SECOND).der();
    Files.write(directory.resolve(anchor.fingerprint().hex() + ".der"), other);
    assertEquals(List.of(), store.current());
    assertTrue(store.problems().getFirst().contains("its name is not its SHA-256"));
  }

  @Test
  void doesNotTrustTestAuthorityThatWasPutIntoProductionDirectory() throws TrustStoreException {
    TrustStore test = new TrustStore(directory, AuthorityScope.TEST);
    CertificateForge forge =
        CertificateForge.authority(FIRST).named(CertificateForge.TEST, CertificateForge.TEST);
    test.add(forge.anchor());
    TrustStore production = new TrustStore(directory, AuthorityScope.PRODUCTION);
    assertEquals(1, test.current().size());
    assertEquals(List.of(), production.current());
    assertTrue(production.problems().getFirst().contains("O=JPKI-TEST"));
  }

  @Test
  void refusesSeventeenthAnchor() throws TrustStoreException, IOException {
    for (int index = 0; index < TrustStore.MOST_FILES; index++) {
      Files.write(directory.resolve(index + ".der"), new byte[] {1});
    }
    TrustStore store = new TrustStore(directory, AuthorityScope.PRODUCTION);
    TrustAnchor anchor = CertificateForge.authority(FIRST).anchor();
    assertThrows(TrustStoreException.class, () -> store.add(anchor));
  }

  @Test
  void trustsNobodyAndSaysSoWhenAFileLeadsNowhere() throws TrustStoreException, IOException {
    TrustStore store = new TrustStore(directory, AuthorityScope.PRODUCTION);
    store.add(CertificateForge.authority(FIRST).anchor());
    Files.createSymbolicLink(directory.resolve("0.der"), directory.resolve("nowhere"));
    assertEquals(List.of(), store.current());
    assertEquals(1, store.problems().size());
  }

  @Test
  void saysSoWhenDirectoryIsAFile() throws IOException {
    Path file = Files.write(directory.resolve("file"), new byte[] {1});
    TrustStore store = new TrustStore(file, AuthorityScope.PRODUCTION);
    assertEquals(List.of(), store.current());
    assertEquals(1, store.problems().size());
  }
}
