package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.IdentityFile;

/** A kiosk proves to the real central who it is, for years, whatever its clock says. */
@Timeout(120)
final class KioskIdentityScenario {
  private static final Instant WOKE_UP = Instant.parse("1970-01-01T00:01:51Z");
  private static final Instant YEARS_AHEAD = Instant.parse("2036-11-20T05:05:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir
  Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:01:51Z, UNKNOWN",
    "2036-11-20T05:05:00Z, UNKNOWN",
    "2036-11-20T05:05:00Z, RTC",
    "2036-11-20T05:05:00Z, HOLDOVER",
    "2026-11-20T05:05:00Z, SYNCED",
  })
  void enrolsLendsAndRenewsWhateverItsClockSays(Instant time, ClockState state) throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, time, state)) {
      assertFalse(kiosk.delivers());
      assertFalse(kiosk.reachable());
      kiosk.enrol();
      assertTrue(kiosk.reachable());
      assertTrue(kiosk.asks());
      assertTrue(kiosk.delivers());

      kiosk.pass(Duration.ofDays(121));
      Optional<IdentityFile.Stamp> old = kiosk.identity().stamp();
      assertTrue(kiosk.asks());
      awaitAnotherThan(old, kiosk);
      assertTrue(kiosk.asks());

      kiosk.pass(Duration.ofDays(100));
      assertTrue(kiosk.delivers());
    }
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN, 181", "UNKNOWN, 268", "SYNCED, 268"})
  void renewsAfterItsEndAndKeepsTheLoansUntilThen(ClockState state, int days) throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, state)) {
      kiosk.enrol();
      kiosk.pass(Duration.ofDays(days));
      Optional<IdentityFile.Stamp> old = kiosk.identity().stamp();

      Delivery delivery = kiosk.deliver();

      assertInstanceOf(Delivery.NotAnswered.class, delivery);
      awaitAnotherThan(old, kiosk);
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void renewsByItselfAtTwoThirdsOfItsLifeThoughNobodyBorrows() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.SYNCED)) {
      kiosk.enrol();
      Optional<IdentityFile.Stamp> old = kiosk.identity().stamp();
      kiosk.pass(Duration.ofDays(118));
      assertTrue(kiosk.reachable());
      assertEquals(old, kiosk.identity().stamp());

      kiosk.pass(Duration.ofDays(3));
      assertTrue(kiosk.reachable());

      awaitAnotherThan(old, kiosk);
    }
  }

  /** The answer got lost, or the power failed before the file was replaced. */
  @Test
  void lendsOnWithTheOldCertificateWhenTheRenewedOneIsLost() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN)) {
      kiosk.enrol();
      Path file = folder.resolve("kiosk/identity/identity.pem");
      byte[] before = Files.readAllBytes(file);
      kiosk.pass(Duration.ofDays(121));
      Optional<IdentityFile.Stamp> old = kiosk.identity().stamp();
      assertTrue(kiosk.asks());
      awaitAnotherThan(old, kiosk);

      Files.write(file, before);

      assertTrue(kiosk.delivers());
      kiosk.pass(MINUTE);
      Optional<IdentityFile.Stamp> restored = kiosk.identity().stamp();
      assertTrue(kiosk.asks());
      awaitAnotherThan(restored, kiosk);
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void certificateThatEndedLongAgoNeedsANewEnrolmentBesideTheRunningKiosk() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN);
        RecordedLog log = new RecordedLog()) {
      kiosk.enrol();
      kiosk.pass(Duration.ofDays(271));
      log.record();

      assertFalse(kiosk.delivers());

      Awaitility.await()
          .until(() -> log.lines().stream()
              .anyMatch(line ->
                  line.contains("cannot be renewed") && line.contains("enrol this kiosk again")));
      kiosk.enrol();
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void revokedKioskKeepsItsLoansAndAsksHourlyUntilItIsEnrolledAgain() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN);
        RecordedLog log = new RecordedLog()) {
      kiosk.enrol();
      assertTrue(kiosk.delivers());
      kiosk.server().revoke(EnrolledKiosk.KIOSK);
      log.record();

      for (int time = 0; time < 5; time++) {
        assertInstanceOf(Delivery.NotAnswered.class, kiosk.deliver());
        assertFalse(kiosk.asks());
        assertFalse(kiosk.reachable(), "a revoked kiosk is offline");
        kiosk.pass(MINUTE);
      }

      assertEquals(
          1,
          log.lines().stream()
              .filter(line -> line.startsWith("No line to central: central has revoked"))
              .count());
      kiosk.pass(HOUR);
      assertTrue(kiosk.reachable(), "asks again after an hour");
      assertFalse(kiosk.asks());
      assertFalse(kiosk.reachable());
      kiosk.enrol();
      assertTrue(kiosk.reachable());
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void enrolsAgainOnANewCardAndTheOldCertificateIsRefused(@TempDir Path thief) throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN)) {
      kiosk.enrol();
      Path file = folder.resolve("kiosk/identity/identity.pem");
      Path stolen = Files.copy(file, thief.resolve("identity.pem"));
      Files.delete(file);
      assertFalse(kiosk.delivers());

      kiosk.enrol();

      assertTrue(kiosk.delivers());
      Files.write(file, Files.readAllBytes(stolen));
      assertFalse(kiosk.delivers());
    }
  }

  @Test
  void refusesCentralWhoseCertificateIsOverByATimeServersClockAndSaysSoOnce() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.SYNCED);
        RecordedLog log = new RecordedLog()) {
      kiosk.enrol();
      assertTrue(kiosk.asks());
      log.record();
      // A line that is up stays up; the next one is judged anew.
      kiosk.enrol();
      kiosk.kioskClock().set(YEARS_AHEAD);

      assertFalse(kiosk.delivers());
      assertFalse(kiosk.delivers());
      assertFalse(kiosk.reachable());

      assertEquals(
          1,
          log.lines().stream()
              .filter(line -> line.startsWith("No line to central")
                  && line.contains("time server, says 2036-11-20T05:05:00Z"))
              .count(),
          () -> String.join("\n", log.lines()));
      kiosk.kioskClock().set(EnrolledKiosk.NOW);
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void tellsTheCodeToNobodyElse(@TempDir Path other) throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, WOKE_UP, ClockState.UNKNOWN);
        EnrolledKiosk impostor = new EnrolledKiosk(other, WOKE_UP, ClockState.UNKNOWN)) {
      String code = kiosk.server().enrolmentCode(EnrolledKiosk.KIOSK);

      EnrolmentException refused =
          assertThrows(EnrolmentException.SomebodyElse.class, () -> impostor.enrol(code));

      assertTrue(String.valueOf(refused.getMessage()).contains("was not told"));
      assertTrue(impostor.identity().stamp().isEmpty());
      kiosk.enrol(code);
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void codeWorksOnceAndFromThenOnIsRefused() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN)) {
      String code = kiosk.server().enrolmentCode(EnrolledKiosk.KIOSK);
      kiosk.enrol(code);
      Optional<IdentityFile.Stamp> first = kiosk.identity().stamp();

      assertThrows(EnrolmentException.Refused.class, () -> kiosk.enrol(code));

      assertEquals(first, kiosk.identity().stamp());
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void damagedFileTakesTheKioskOffTheLineWithoutLosingItsLoans() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN)) {
      kiosk.enrol();
      Path file = folder.resolve("kiosk/identity/identity.pem");
      byte[] sound = Files.readAllBytes(file);
      Files.writeString(file, "damaged");

      Delivery delivery = kiosk.deliver();

      String reason = assertInstanceOf(Delivery.NotAnswered.class, delivery).reason();
      assertTrue(reason.contains("is damaged"), reason);
      Files.write(file, sound);
      assertTrue(kiosk.delivers());
    }
  }

  @Test
  void logsNeitherKeyNorCodeNorSerialNumber() throws Exception {
    try (EnrolledKiosk kiosk = new EnrolledKiosk(folder, EnrolledKiosk.NOW, ClockState.UNKNOWN);
        RecordedLog log = new RecordedLog()) {
      log.record();
      String code = kiosk.server().enrolmentCode(EnrolledKiosk.KIOSK);
      assertFalse(kiosk.asks());
      kiosk.enrol(code);
      kiosk.pass(Duration.ofDays(190));
      Optional<IdentityFile.Stamp> old = kiosk.identity().stamp();
      List<String> secrets = new ArrayList<>(secrets(code));
      assertFalse(kiosk.delivers());
      awaitAnotherThan(old, kiosk);
      assertTrue(kiosk.delivers());
      kiosk.server().revoke(EnrolledKiosk.KIOSK);
      assertFalse(kiosk.delivers());
      secrets.addAll(secrets(code));

      String logged = String.join("\n", log.lines()).toLowerCase(Locale.ROOT);

      assertTrue(logged.contains("was renewed"), logged);
      for (String secret : secrets) {
        assertFalse(logged.contains(secret.toLowerCase(Locale.ROOT)), secret);
      }
    }
  }

  private List<String> secrets(String code) throws Exception {
    String pem = Files.readString(folder.resolve("kiosk/identity/identity.pem"));
    String certificate = pem.substring(pem.indexOf("-----BEGIN CERT"));
    BigInteger serial = ((X509Certificate) CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))))
        .getSerialNumber();
    return List.of(
        code,
        code.substring(0, 9),
        code.replace("-", "").substring(0, 16),
        pem.lines().skip(1).findFirst().orElseThrow().substring(40),
        serial.toString(),
        serial.toString(16));
  }

  private static void awaitAnotherThan(Optional<IdentityFile.Stamp> old, EnrolledKiosk kiosk) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !kiosk.identity().stamp().equals(old));
  }
}
