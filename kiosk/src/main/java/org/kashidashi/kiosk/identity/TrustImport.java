package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a certification authority's certificate from a file into the trust store, once a person has
 * compared its fingerprint.
 */
public final class TrustImport {
  private static final int LONGEST_FILE = 16 * 1024;
  private static final int DER_SEQUENCE = 0x30;
  private static final Pattern PEM = Pattern.compile(
      "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]{1,16384}+)-----END CERTIFICATE-----");

  private final TrustStore store;
  private final Clock clock;

  public TrustImport(TrustStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What a file holds, and whether it may be trusted. */
  public sealed interface Examination {
    /** It may be trusted, if the person who compares the fingerprint says so. */
    record Admissible(TrustAnchor anchor, List<String> warnings) implements Examination {
      public Admissible {
        warnings = List.copyOf(warnings);
      }
    }

    /** It is a certificate, but not one to trust. */
    record Refused(AnchorDescription description, String reason) implements Examination {}

    /** It is not one certificate. */
    record NoCertificate(String reason) implements Examination {}

    /** For a terminal. */
    default List<String> lines() {
      List<String> lines = new ArrayList<>();
      switch (this) {
        case Admissible(TrustAnchor anchor, List<String> warnings) -> {
          lines.addAll(anchor.description().lines());
          warnings.forEach(warning -> lines.add("WARNING     " + warning));
        }
        case Refused(AnchorDescription description, String reason) -> {
          lines.addAll(description.lines());
          lines.add("REFUSED     " + reason);
        }
        case NoCertificate(String reason) -> lines.add("REFUSED     " + reason);
      }
      return List.copyOf(lines);
    }
  }

  /** What became of an import. */
  public enum Outcome {
    IMPORTED,
    ALREADY_TRUSTED,
    /** The fingerprint that was given is another certificate's; nothing was changed. */
    FINGERPRINT_DIFFERS
  }

  /** Reads a file of one certificate, in PEM or DER. Changes nothing. */
  public Examination examine(Path file) throws TrustStoreException {
    byte[] bytes = read(file);
    try {
      ParsedCertificate certificate = ParsedCertificate.parse(der(bytes));
      return examine(certificate, AnchorDescription.of(certificate));
    } catch (MalformedCertificateException malformed) {
      return new Examination.NoCertificate(
          "%s; give one certificate in PEM or DER".formatted(malformed.reason()));
    }
  }

  /**
   * Trusts an authority from now on.
   *
   * @param confirmed the fingerprint as the person compared it with the official publication
   */
  public Outcome confirm(Examination.Admissible candidate, Fingerprint confirmed)
      throws TrustStoreException {
    Fingerprint fingerprint = candidate.anchor().fingerprint();
    if (!fingerprint.equals(confirmed)) {
      return Outcome.FINGERPRINT_DIFFERS;
    }
    boolean trusted =
        store.current().stream().anyMatch(anchor -> anchor.fingerprint().equals(fingerprint));
    if (trusted) {
      return Outcome.ALREADY_TRUSTED;
    }
    store.add(candidate.anchor());
    return Outcome.IMPORTED;
  }

  private Examination examine(ParsedCertificate certificate, AnchorDescription description)
      throws MalformedCertificateException {
    try {
      TrustAnchor anchor = TrustAnchor.admit(certificate, store.rules());
      return new Examination.Admissible(anchor, warnings(description));
    } catch (AnchorRefusedException refused) {
      return new Examination.Refused(description, refused.reason());
    }
  }

  private List<String> warnings(AnchorDescription description) {
    Instant now = clock.instant();
    List<String> warnings = new ArrayList<>();
    if (now.isAfter(description.notAfter())) {
      warnings.add("it expired on %s; it only lets the kiosk tell holders of old cards that theirs"
              .formatted(description.notAfter())
          + " have expired");
    }
    if (now.isBefore(description.notBefore())) {
      warnings.add("it is not valid before %s, and this machine's clock says %s"
          .formatted(description.notBefore(), now));
    }
    if (description.generation() == AuthorityGeneration.UNKNOWN) {
      warnings.add("its fingerprint is not known to this program; trust it only if the official"
          + " publication shows the same");
    }
    return warnings;
  }

  private static byte[] read(Path file) throws TrustStoreException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        throw new TrustStoreException(
            "'%s' is longer than %d bytes; give one certificate in PEM or DER"
                .formatted(file, LONGEST_FILE));
      }
      return bytes;
    } catch (IOException failure) {
      throw new TrustStoreException("cannot read '%s': %s".formatted(file, failure), failure);
    }
  }

  private static byte[] der(byte[] bytes) throws MalformedCertificateException {
    if (bytes.length > 0 && bytes[0] == DER_SEQUENCE) {
      return bytes;
    }
    Matcher block = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new MalformedCertificateException("the file holds no certificate");
    }
    String content = block.group(1);
    if (block.find()) {
      throw new MalformedCertificateException("the file holds more than one certificate");
    }
    try {
      return Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedCertificateException("the file's PEM is not base 64", notBase64);
    }
  }
}
