package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.Time;

/** Reads the two forms of time that a certificate may hold (RFC 5280, 4.1.2.5). */
final class DerTime {
  private static final Pattern UTC_TIME = Pattern.compile("[0-9]{12}Z");
  private static final Pattern GENERALIZED_TIME = Pattern.compile("[0-9]{14}Z");

  /** RFC 5280: a two-digit year of 50 or more is 19YY, else 20YY. */
  private static final int FIRST_SHORT_YEAR = 1950;

  private static final DateTimeFormatter SHORT = new DateTimeFormatterBuilder()
      .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR)
      .appendPattern("MMddHHmmss'Z'")
      .toFormatter()
      .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter LONG = new DateTimeFormatterBuilder()
      .appendValue(ChronoField.YEAR, 4)
      .appendPattern("MMddHHmmss'Z'")
      .toFormatter()
      .withResolverStyle(ResolverStyle.STRICT);

  private DerTime() {}

  static Instant read(Time time) throws IOException, MalformedCertificateException {
    byte[] der = time.getEncoded(ASN1Encoding.DER);
    String text = new String(der, 2, der.length - 2, StandardCharsets.US_ASCII);
    boolean utcTime = der[0] == BERTags.UTC_TIME;
    if (!(utcTime ? UTC_TIME : GENERALIZED_TIME).matcher(text).matches()) {
      throw new MalformedCertificateException(
          "time of %d characters, need whole seconds in UTC".formatted(text.length()));
    }
    try {
      return LocalDateTime.parse(text, utcTime ? SHORT : LONG).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException impossible) {
      throw new MalformedCertificateException("no such time: '" + text + "'", impossible);
    }
  }
}
