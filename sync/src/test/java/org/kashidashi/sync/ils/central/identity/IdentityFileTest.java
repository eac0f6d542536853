package org.kashidashi.sync.ils.central.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.TurnableClock;

final class IdentityFileTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("lib");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int STEPS_MAXIMUM = 20;

  @TempDir
  Path state = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private KioskIdentity old;

  @SuppressWarnings("NullAway.Init")
  private KioskIdentity renewed;

  @BeforeEach
  void makeIdentities() throws Exception {
    old = AUTHORITY.identity("k1", TurnableClock.START);
    renewed = AUTHORITY.identity("k1", TurnableClock.START);
  }

  @Test
  void givesBackWhatWasEnrolled() throws Exception {
    IdentityFile file = new IdentityFile(state);
    assertTrue(file.read().isEmpty());
    assertTrue(file.stamp().isEmpty());

    file.enrol(old);

    KioskIdentity read = new IdentityFile(state).read().orElseThrow();
    assertTrue(read.isSame(old));
    assertArrayEquals(old.key().getEncoded(), read.key().getEncoded());
    assertEquals(AUTHORITY.certificate(), read.authority());
    assertEquals("k1", read.kiosk());
    assertEquals("lib", read.library());
    assertEquals("identity of k1", read.toString());
  }

  @Test
  void isReadableByItsOwnerAlone() throws Exception {
    new IdentityFile(state).enrol(old);

    assertEquals("rwx------", mode(state.resolve("identity")));
    assertEquals("rw-------", mode(path()));
    assertEquals("rw-------", mode(state.resolve("identity/identity.lock")));
  }

  @Test
  void belongsToTheOwnerOfTheStateDirectoryEvenIfRootEnrols() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    UserPrincipal service =
        state.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(state, service);

    new IdentityFile(state).enrol(old);

    for (String name : List.of("identity", "identity/identity.pem", "identity/identity.lock")) {
      assertEquals(service, Files.getOwner(state.resolve(name)), name);
    }
  }

  @Test
  void doesNotFollowALinkThatSomebodyPutInItsPlace(@TempDir Path elsewhere) throws Exception {
    Files.createSymbolicLink(state.resolve("identity"), elsewhere);

    assertThrows(IdentityFileException.class, () -> new IdentityFile(state).enrol(old));

    try (Stream<Path> files = Files.list(elsewhere)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void renewsOnlyTheIdentityThatTheRenewalWasMadeFrom() throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(old);
    KioskIdentity enrolledAnew = AUTHORITY.identity("k1", TurnableClock.START);
    file.enrol(enrolledAnew);

    assertFalse(file.renew(old, renewed));

    assertTrue(file.read().orElseThrow().isSame(enrolledAnew));
    assertTrue(file.renew(enrolledAnew, renewed));
    assertTrue(file.read().orElseThrow().isSame(renewed));
  }

  @Test
  void changesItsStampWhenItIsReplacedOrItsModeIsCorrected() throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(old);
    Optional<IdentityFile.Stamp> first = file.stamp();
    assertEquals(first, file.stamp());

    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
    Optional<IdentityFile.Stamp> second = file.stamp();
    assertNotEquals(first, second);
    assertThrows(IdentityFileException.class, file::read);

    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
    assertNotEquals(second, file.stamp());
    file.renew(old, renewed);
    assertNotEquals(first, file.stamp());
  }

  /** Every step of a renewal, and the power gone in the middle of it. */
  @Test
  void powerCutAtAnyStepLeavesTheOldOrTheNewIdentity() throws Exception {
    boolean done = false;
    boolean oldSeen = false;
    for (int step = 0; !done; step++) {
      assertTrue(step < STEPS_MAXIMUM, "never ends");
      Path directory = Files.createDirectory(state.resolve("cut-" + step));
      new IdentityFile(directory).enrol(old);
      FailingDisk disk = new FailingDisk(step);

      done = endsWithoutPowerCut(() -> new IdentityFile(directory, disk).renew(old, renewed));

      KioskIdentity left = new IdentityFile(directory).read().orElseThrow();
      assertTrue(left.isSame(old) || left.isSame(renewed), "after step " + step);
      oldSeen |= left.isSame(old);
      assertEquals(!done, disk.failed());
      assertTrue(!done || left.isSame(renewed));
      // And the next try succeeds over whatever was left behind.
      new IdentityFile(directory).renew(left, renewed);
      assertTrue(new IdentityFile(directory).read().orElseThrow().isSame(renewed));
      assertFalse(Files.exists(directory.resolve("identity/identity.pem.new")));
    }
    assertTrue(oldSeen);
  }

  @Test
  void powerCutAtAnyStepOfTheFirstEnrolmentLeavesNothingOrTheIdentity() throws Exception {
    boolean done = false;
    for (int step = 0; !done; step++) {
      assertTrue(step < STEPS_MAXIMUM, "never ends");
      Path directory = Files.createDirectory(state.resolve("cut-" + step));
      FailingDisk disk = new FailingDisk(step);

      done = endsWithoutPowerCut(() -> new IdentityFile(directory, disk).enrol(old));

      Optional<KioskIdentity> left = new IdentityFile(directory).read();
      assertTrue(left.isEmpty() || left.get().isSame(old), "after step " + step);
      new IdentityFile(directory).enrol(renewed);
      assertTrue(new IdentityFile(directory).read().orElseThrow().isSame(renewed));
    }
  }

  /** The key, central's answer, the file: the power gone in the middle of any step of it. */
  @Test
  void powerCutAtAnyStepOfAnEnrolmentKeepsTheKeyThatCentralHasHeardOf() throws Exception {
    boolean done = false;
    for (int step = 0; !done; step++) {
      assertTrue(step < 2 * STEPS_MAXIMUM, "never ends");
      Path directory = Files.createDirectory(state.resolve("cut-" + step));
      IdentityFile cut = new IdentityFile(directory, new FailingDisk(step));
      List<PublicKey> heard = new ArrayList<>();

      done = endsWithoutPowerCut(() -> {
        IdentityRequest request = cut.request("k1", RANDOM);
        heard.add(request.pair().getPublic());
        cut.enrol(identity(request));
      });

      IdentityFile after = new IdentityFile(directory);
      if (after.read().isEmpty()) {
        PublicKey next = after.request("k1", RANDOM).pair().getPublic();
        assertTrue(heard.isEmpty() || heard.contains(next), "after step " + step);
      }
      KioskIdentity enrolled = identity(after.request("k1", RANDOM));
      after.enrol(enrolled);
      assertTrue(after.read().orElseThrow().isSame(enrolled));
      assertFalse(Files.exists(directory.resolve("identity/pending.pem")));
    }
  }

  @Test
  void keyThatWaitsIsUsedAgainUntilItHasItsCertificate() throws Exception {
    IdentityFile file = new IdentityFile(state);
    PublicKey first = file.request("k1", RANDOM).pair().getPublic();
    assertEquals("rw-------", mode(state.resolve("identity/pending.pem")));
    IdentityRequest again = new IdentityFile(state).request("k1", RANDOM);
    assertEquals(first, again.pair().getPublic());
    byte[] pending = Files.readAllBytes(state.resolve("identity/pending.pem"));

    file.enrol(identity(again));

    assertNotEquals(first, file.request("k1", RANDOM).pair().getPublic());
    // As if the power had failed before it was removed.
    Files.write(state.resolve("identity/pending.pem"), pending);
    assertNotEquals(first, file.request("k1", RANDOM).pair().getPublic());
  }

  @Test
  void damagedKeyThatWaitsIsReplaced() throws Exception {
    IdentityFile file = new IdentityFile(state);
    PublicKey first = file.request("k1", RANDOM).pair().getPublic();
    Files.writeString(state.resolve("identity/pending.pem"), "damaged");

    PublicKey second = file.request("k1", RANDOM).pair().getPublic();

    assertNotEquals(first, second);
    assertEquals(second, file.request("k1", RANDOM).pair().getPublic());
  }

  private static KioskIdentity identity(IdentityRequest request) {
    try {
      return AUTHORITY.identity(request, TurnableClock.START);
    } catch (UnfitCertificateException unfit) {
      throw new AssertionError(unfit);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^-----BEGIN|-----BEGUN",
        "PRIVATE KEY|EC PRIVATE KEY",
        "(?s)^(.{200}).*|$1",
        "(?s)$|trailing",
        "^|leading\n",
        "\n-----END CERTIFICATE-----\n$|\n",
        "(?s)(-----BEGIN CERT.*?-----END CERTIFICATE-----\n)(.*)|$2$1",
        "(?s)-----BEGIN CERT.*?-----END CERTIFICATE-----\n|",
        "MI|MJ",
        "(?s).*|",
      })
  void damagedFileIsToldAndNeverOverwritten(String change) throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(old);
    String[] parts = change.split("\\|", -1);
    String sound = Files.readString(path());
    String damaged = sound.replaceAll(parts[0], parts[1]);
    assertNotEquals(sound, damaged);
    Files.writeString(path(), damaged);

    String told =
        String.valueOf(assertThrows(IdentityFileException.class, file::read).getMessage());
    assertTrue(told.contains("identity.pem' is damaged: "), told);
    assertThrows(IdentityFileException.class, () -> file.enrol(renewed));
    assertThrows(IdentityFileException.class, () -> file.renew(old, renewed));

    assertEquals(damaged, Files.readString(path()));
  }

  @Test
  void keyOfAnotherIdentityIsDamage() throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(renewed);
    String otherKey = Files.readString(path());
    file.enrol(old);
    int end = "-----END PRIVATE KEY-----\n".length();
    int cut = otherKey.indexOf("-----END PRIVATE") + end;
    int ownCut = Files.readString(path()).indexOf("-----END PRIVATE") + end;
    Files.writeString(
        path(), otherKey.substring(0, cut) + Files.readString(path()).substring(ownCut));

    String told =
        String.valueOf(assertThrows(IdentityFileException.class, file::read).getMessage());

    assertTrue(told.contains("another key"), told);
  }

  @Test
  void neverThrowsAnythingElseForChangedFiles() throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(old);
    byte[] sound = Files.readAllBytes(path());
    Random random = new Random(20261120);
    for (int round = 0; round < 150; round++) {
      byte[] changed = sound.clone();
      for (int hits = random.nextInt(3); hits >= 0; hits--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Files.write(path(), changed);
      try {
        assertTrue(file.read().orElseThrow().isSame(old), "round " + round);
      } catch (IdentityFileException told) {
        assertTrue(String.valueOf(told.getMessage()).contains("damaged"));
      }
    }
  }

  @Test
  void oversizedFileIsNotReadWhole() throws Exception {
    IdentityFile file = new IdentityFile(state);
    file.enrol(old);
    Files.write(path(), "A".repeat(40_000).getBytes(StandardCharsets.US_ASCII));

    assertThrows(IdentityFileException.class, file::read);
  }

  @Test
  void saysThatTheStateDirectoryIsMissing() {
    IdentityFile file = new IdentityFile(state.resolve("none"));

    String told = String.valueOf(
        assertThrows(IdentityFileException.class, () -> file.enrol(old)).getMessage());

    assertTrue(told.contains("state directory"), told);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IdentityFileException;
  }

  private static boolean endsWithoutPowerCut(Work work) {
    try {
      work.run();
      return true;
    } catch (IdentityFileException cut) {
      assertTrue(String.valueOf(cut.getMessage()).contains("the power failed"));
      return false;
    }
  }

  private Path path() {
    return state.resolve("identity/identity.pem");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }
}
