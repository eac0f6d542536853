package org.kashidashi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.identity.TrustImport.Examination;
import org.kashidashi.kiosk.identity.TrustImport.Outcome;

final class TrustImportTest {
  private static final ForgedKey KEY = ForgedKey.rsa(1);
  private static final CertificateForge AUTHORITY = CertificateForge.authority(KEY);
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");

  @TempDir
  Path folder;

  @Test
  void describesAuthorityBeforeItIsTrusted() throws TrustStoreException, IOException {
    Examination examination = importing(AuthorityScope.PRODUCTION).examine(file(AUTHORITY.der()));
    List<String> fingerprint = Fingerprint.of(AUTHORITY.der()).shown();
    assertEquals(
        """
        subject     C=JP,O=JPKI,OU=JPKI for user authentication,OU=Japan Agency for Local Authority Information Systems
        issuer      the same
        serial      6d18006
        valid from  2023-07-16T00:00:00Z
        valid until 2033-07-15T14:59:59Z
        SHA-256     %s
                    %s
        known as    not known to this program: compare the SHA-256 with the official publication (www.jpki.go.jp/ca/)
        WARNING     its fingerprint is not known to this program; trust it only if the official publication shows the same""".formatted(fingerprint.getFirst(), fingerprint.getLast()),
        String.join("\n", examination.lines()));
  }

  @Test
  void trustsAuthorityOnceItsFingerprintIsConfirmed() throws TrustStoreException, IOException {
    TrustStore store = new TrustStore(folder.resolve("trust"), AuthorityScope.PRODUCTION);
    TrustImport importing = new TrustImport(store, Clock.fixed(NOW, ZoneOffset.UTC));
    Examination.Admissible candidate =
        assertInstanceOf(Examination.Admissible.class, importing.examine(file(AUTHORITY.der())));
    Fingerprint other = new Fingerprint("0".repeat(64));
    assertEquals(Outcome.FINGERPRINT_DIFFERS, importing.confirm(candidate, other));
    assertEquals(List.of(), store.current());
    Fingerprint right =
        Fingerprint.typed(String.join("\n", candidate.anchor().fingerprint().shown()));
    assertEquals(Outcome.IMPORTED, importing.confirm(candidate, right));
    assertEquals(1, store.current().size());
    assertEquals(Outcome.ALREADY_TRUSTED, importing.confirm(candidate, right));
  }

  @Test
  void readsPemWithTextAroundIt() throws TrustStoreException, IOException {
    byte[] file =
        ("Downloaded today\n" + pem(AUTHORITY.der()) + "\n").getBytes(StandardCharsets.US_ASCII);
    assertInstanceOf(
        Examination.Admissible.class, importing(AuthorityScope.PRODUCTION).examine(file(file)));
  }

  @Test
  void admitsTestAuthorityOnTestKioskOnly() throws TrustStoreException, IOException {
    Path file =
        file(AUTHORITY.named(CertificateForge.TEST, CertificateForge.TEST).der());
    assertInstanceOf(
        Examination.Admissible.class, importing(AuthorityScope.TEST).examine(file));
    Examination.Refused refused = assertInstanceOf(
        Examination.Refused.class, importing(AuthorityScope.PRODUCTION).examine(file));
    assertTrue(refused.reason().contains("mode = \"test\""), refused.reason());
  }

  @Test
  void warnsOfExpiredAuthorityButAdmitsIt() throws TrustStoreException, IOException {
    Path file =
        file(AUTHORITY.valid("2015-10-20T00:00:00Z", "2025-10-19T14:59:59Z").der());
    Examination.Admissible candidate = assertInstanceOf(
        Examination.Admissible.class, importing(AuthorityScope.PRODUCTION).examine(file));
    assertTrue(candidate.warnings().getFirst().contains("expired on 2025-10-19T14:59:59Z"));
  }

  @Test
  void warnsOfAuthorityThatIsNotValidYet() throws TrustStoreException, IOException {
    Path file =
        file(AUTHORITY.valid("2027-01-01T00:00:00Z", "2037-01-01T14:59:59Z").der());
    Examination.Admissible candidate = assertInstanceOf(
        Examination.Admissible.class, importing(AuthorityScope.PRODUCTION).examine(file));
    assertTrue(candidate.warnings().getFirst().contains("not valid before"));
  }

  static List<Arguments> refusals() {
    X500Name signing = CertificateForge.authorityName("JPKI", "JPKI for digital signature");
    X500Name stranger = new X500Name("C=JP,O=Somebody");
    X500Name longer = new X500Name(CertificateForge.PRODUCTION + ",CN=more");
    return List.of(
        Arguments.of(AUTHORITY.named(signing, signing), "署名用"),
        Arguments.of(AUTHORITY.named(stranger, stranger), "its subject is not"),
        Arguments.of(AUTHORITY.named(longer, longer), "its subject is not"),
        Arguments.of(AUTHORITY.without(Extension.basicConstraints), "basic constraints"),
        Arguments.of(AUTHORITY.basicConstraints(true, false), "basic constraints"),
        Arguments.of(AUTHORITY.basicConstraints(false, true), "basic constraints"),
        Arguments.of(AUTHORITY.without(Extension.keyUsage), "key usage"),
        Arguments.of(AUTHORITY.keyUsage(true, KeyUsage.digitalSignature), "key usage"),
        Arguments.of(AUTHORITY.unknownExtension(true), "critical extension"),
        Arguments.of(CertificateForge.authority(ForgedKey.rsa(6, 1024)), "public key"),
        Arguments.of(
            CertificateForge.authority(KEY.signingWith(ForgedKey.Kind.RSA_SHA1)), "self-signed"),
        Arguments.of(AUTHORITY.named(stranger, CertificateForge.PRODUCTION), "self-signed"),
        Arguments.of(CertificateForge.leaf(ForgedKey.rsa(3), KEY), "its subject is not"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatIsNoAuthorityForUserAuthentication(CertificateForge forge, String reason)
      throws TrustStoreException, IOException {
    Examination.Refused refused = assertInstanceOf(
        Examination.Refused.class, importing(AuthorityScope.PRODUCTION).examine(file(forge.der())));
    assertTrue(refused.reason().contains(reason), refused.reason());
    assertEquals("REFUSED     " + refused.reason(), refused.lines().getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "0"
      })
  void refusesFileWithoutCertificate(String text) throws TrustStoreException, IOException {
    assertInstanceOf(
        Examination.NoCertificate.class,
        importing(AuthorityScope.PRODUCTION)
            .examine(file(text.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void refusesFileOfTwoCertificates() throws TrustStoreException, IOException {
    String twice = pem(AUTHORITY.der()) + "\n" + pem(AUTHORITY.der());
    Examination.NoCertificate refused = assertInstanceOf(
        Examination.NoCertificate.class,
        importing(AuthorityScope.PRODUCTION)
            .examine(file(twice.getBytes(StandardCharsets.US_ASCII))));
    assertTrue(refused.reason().contains("more than one"));
  }

  @Test
  void refusesOversizedAndMissingFile() throws IOException {
    Path large = file(new byte[16 * 1024 + 1]);
    TrustImport importing = importing(AuthorityScope.PRODUCTION);
    assertThrows(TrustStoreException.class, () -> importing.examine(large));
    assertThrows(
        TrustStoreException.class, () -> importing.examine(folder.resolve("not-there.cer")));
  }

  @Test
  void showsNoControlCharacterOfName() throws TrustStoreException, IOException {
    X500Name hostile = new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, new DERUTF8String("\u001b[2J\u202e" + "x".repeat(900)))
        .build();
    Examination examination = importing(AuthorityScope.PRODUCTION)
        .examine(file(AUTHORITY.named(hostile, hostile).der()));
    for (String line : examination.lines()) {
      assertFalse(line.chars().anyMatch(Character::isISOControl), line);
      assertFalse(line.contains("\u202e"), line);
      assertTrue(line.length() < 400, line);
    }
  }

  @Test
  void neverThrowsAnythingElseForChangedBytes() throws IOException, TrustStoreException {
    Random random = new Random(20261120);
    byte[] der = AUTHORITY.der();
    TrustImport importing = importing(AuthorityScope.PRODUCTION);
    for (int round = 0; round < 1000; round++) {
      byte[] changed = der.clone();
      int place = random.nextInt(changed.length);
      changed[place] ^= (byte) (1 + random.nextInt(255));
      Examination examination = importing.examine(file(changed));
      assertFalse(examination instanceof Examination.Admissible, () -> "byte " + place);
    }
  }

  @Test
  void knowsGenerationsByFingerprint() {
    assertEquals(
        AuthorityGeneration.FIRST,
        AuthorityGeneration.of(Fingerprint.typed("4D:CF:C4:CA:0A:AF:9F:B2:A3:08:1B:3F:0C:99:1C:32:"
            + "0B:3A:CC:00:86:67:A3:41:EE:AE:C5:AF:1D:58:CA:7D")));
    assertEquals(
        AuthorityGeneration.THIRD,
        AuthorityGeneration.of(Fingerprint.typed("64:11:4F:29:62:0C:24:ED:26:31:D4:64:76:A0:40:E7:"
            + "EE:74:0D:95:60:89:C0:0B:03:6A:6A:81:18:C3:22:B5")));
    assertEquals(
        AuthorityGeneration.UNKNOWN, AuthorityGeneration.of(new Fingerprint("0".repeat(64))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz"})
  void refusesTypedFingerprintThatIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> Fingerprint.typed(text));
  }

  @Test
  void keepsSerialWithItsFullLength() throws TrustStoreException, IOException {
    BigInteger serial = BigInteger.ONE.shiftLeft(150);
    Examination examination = importing(AuthorityScope.PRODUCTION)
        .examine(file(AUTHORITY.serial(serial).der()));
    assertTrue(examination.lines().contains("serial      " + serial.toString(16)));
  }

  private TrustImport importing(AuthorityScope scope) {
    return new TrustImport(
        new TrustStore(folder.resolve("trust"), scope), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("authority.cer"), bytes);
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END CERTIFICATE-----";
  }
}
