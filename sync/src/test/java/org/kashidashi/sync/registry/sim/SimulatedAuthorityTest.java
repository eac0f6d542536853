package org.kashidashi.sync.registry.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;

final class SimulatedAuthorityTest {
  private static final String HEADER = "subject,answer,identifier\n";
  private static final Duration LIMIT = Duration.ofMillis(20);

  @ParameterizedTest
  @CsvSource({
    "'MYKEY_ID,TEST0001', Resolved",
    "'USER_IDENTIFIER,TEST-USER-1', Resolved",
    "'OLD_METHOD,', OldMethodOnly",
    "'UNKNOWN,', UnknownPerson",
    "'REVOKED,', Revoked",
    "'SUSPENDED,', Suspended",
  })
  void answersAsTheFileSays(String row, String expected) throws Exception {
    SimulatedAuthority authority = authority("TEST-CARD-99999," + row);

    assertEquals(expected, authority.resolve(certificate()).getClass().getSimpleName());
  }

  @Test
  void resolvesToTheIdentifierOfTheFile() throws Exception {
    assertEquals(
        new Resolution.Resolved(new PersonIdentifier(IdentifierKind.MYKEY_ID, "TEST0001")),
        authority("TEST-CARD-99999,MYKEY_ID,TEST0001").resolve(certificate()));
  }

  @Test
  void knowsNobodyElse() throws Exception {
    SimulatedAuthority authority = authority("SOMEBODY ELSE,MYKEY_ID,TEST0001");

    assertEquals(new Resolution.UnknownPerson(), authority.resolve(certificate()));
  }

  @Test
  void knowsNobodyBySomethingThatIsNoCertificate() throws Exception {
    PresentedCertificate noise =
        new PresentedCertificate(new byte[] {48, 1}, new byte[0], BigInteger.ONE);

    assertEquals(
        new Resolution.UnknownPerson(),
        authority("TEST-CARD-99999,MYKEY_ID,TEST0001").resolve(noise));
  }

  @Test
  void hasTroubleOnRequest() throws Exception {
    SimulatedAuthority authority = authority("TEST-CARD-99999,MYKEY_ID,TEST0001");
    PresentedCertificate certificate = certificate();

    authority.setTrouble(new AuthorityTrouble.Down());
    assertInstanceOf(Resolution.Unavailable.class, authority.resolve(certificate));
    authority.setTrouble(new AuthorityTrouble.Slow(Duration.ofDays(1)));
    assertInstanceOf(Resolution.Unavailable.class, authority.resolve(certificate));
    authority.setTrouble(new AuthorityTrouble.Slow(Duration.ofMillis(1)));
    assertInstanceOf(Resolution.Resolved.class, authority.resolve(certificate));
    authority.setTrouble(new AuthorityTrouble.Wrong(new Resolution.Revoked()));
    assertEquals(new Resolution.Revoked(), authority.resolve(certificate));
    authority.setTrouble(new AuthorityTrouble.Nothing());
    assertInstanceOf(Resolution.Resolved.class, authority.resolve(certificate));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEST,SOMETIMES,",
        "TEST,MYKEY_ID,",
        "TEST,REVOKED,TEST0001",
        "TEST,REVOKED",
        ",REVOKED,",
        "TEST,REVOKED,\nTEST,UNKNOWN,",
      })
  void refusesFileThatIsNotAsSaidAndNamesTheLine(String rows) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> authority(rows));

    assertTrue(refusal.toString().contains("line "), refusal.toString());
  }

  @Test
  void refusesFileWithoutHeader() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SimulatedAuthority.of(new StringReader("TEST,REVOKED,\n"), LIMIT));
  }

  private static SimulatedAuthority authority(String rows) throws IOException {
    return SimulatedAuthority.of(new StringReader(HEADER + rows + "\n"), LIMIT);
  }

  /** A self-signed certificate of an invented subject. */
  private static PresentedCertificate certificate() throws Exception {
    String name = "test-card-99999.pem";
    try (InputStream pem = SimulatedAuthorityTest.class.getResourceAsStream(name)) {
      X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
          .generateCertificate(
              new ByteArrayInputStream(Objects.requireNonNull(pem, name).readAllBytes()));
      return new PresentedCertificate(
          certificate.getEncoded(),
          certificate.getIssuerX500Principal().getEncoded(),
          certificate.getSerialNumber());
    }
  }
}
