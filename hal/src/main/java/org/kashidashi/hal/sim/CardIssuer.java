package org.kashidashi.hal.sim;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.kashidashi.hal.card.jpki.CertificateBytes;

/** Issues test cards of every variant. */
public final class CardIssuer {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int DAYS_VALID = 1000;

  /** So slow that an attempt of nine commands cannot end within its five seconds. */
  private static final Duration SLOW_ANSWER = Duration.ofMillis(900);

  private final TestHierarchy hierarchy;
  private final InstantSource clock;
  private final SecureRandom random;
  private final CardApplications applications;

  /**
   * @param clock what "expired" and "not yet valid" refer to
   * @param random for the challenges that cards give
   */
  public CardIssuer(TestHierarchy hierarchy, InstantSource clock, SecureRandom random) {
    this.hierarchy = hierarchy;
    this.clock = clock;
    this.random = random;
    this.applications = new CardApplications(hierarchy, clock);
  }

  /** A card of this variant for this holder, with the certificate that such a card carries. */
  public SimCard issue(CardVariant variant, CardHolder holder) {
    return issue(variant, holder, certificate(variant, holder));
  }

  /**
   * A card of this variant that carries {@code certificate}, damaged if the variant is. Variants
   * without a certificate ignore it.
   */
  public SimCard issue(CardVariant variant, CardHolder holder, CertificateBytes certificate) {
    byte[] file = CardApplications.certificateFile(certificate);
    return switch (variant) {
      case NORMAL, CERTIFICATE_EXPIRED, NOT_YET_VALID, UNKNOWN_AUTHORITY ->
        myNumberCard(holder, file, Set.of());
      case SLOW -> myNumberCard(holder, file, Set.of()).slowedTo(SLOW_ANSWER);
      case FIRST_COMMAND_6F00 -> myNumberCard(holder, file, Set.of(CardQuirk.FIRST_COMMAND_FAILS));
      case NO_SFI -> myNumberCard(holder, file, Set.of(CardQuirk.NO_SHORT_IDENTIFIERS));
      case NO_CERTIFICATE ->
        myNumberCard(holder, CardApplications.emptyCertificateFile(), Set.of());
      case DAMAGED_CERTIFICATE ->
        myNumberCard(holder, CardApplications.damagedCertificateFile(certificate), Set.of());
      case FACE_AUTHENTICATION ->
        card(Set.of(), applications.faceAuthentication(file), applications.cardFaceCheck());
      case JUKI -> card(Set.of(), applications.jpki(TokenLabel.JUKI_CARD, holder, file));
      case PHONE_ANDROID -> card(Set.of(), applications.phone(TokenLabel.ANDROID, holder, file));
      case PHONE_IPHONE -> card(Set.of(), applications.phone(TokenLabel.IPHONE, holder, file));
      case DRIVERS_LICENCE -> ForeignCard.driversLicence();
      case RESIDENCE_CARD -> ForeignCard.residenceCard();
      case TRANSIT -> ForeignCard.transit();
    };
  }

  /**
   * A copy of the holder's card as a forger can make one: the same certificate, for everybody can
   * read it, and a key of its own.
   */
  public SimCard copy(CardHolder holder) {
    byte[] file = CardApplications.certificateFile(certificate(CardVariant.NORMAL, holder));
    return card(
        Set.of(),
        applications.jpki(TokenLabel.MY_NUMBER_CARD, holder, file),
        applications.cardFaceInput(holder, TestKey.generate(random)));
  }

  /** The certificate that {@link #issue(CardVariant, CardHolder)} puts on such a card. */
  public CertificateBytes certificate(CardVariant variant, CardHolder holder) {
    TestAuthority authority =
        variant == CardVariant.UNKNOWN_AUTHORITY ? hierarchy.stranger() : hierarchy.second();
    return authority.issue(profile(variant, holder), hierarchy.cardKey());
  }

  /** The profile behind {@link #certificate}, for whoever wants it altered. */
  public LeafProfile profile(CardVariant variant, CardHolder holder) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    LocalDate firstDay = today.minusDays(DAYS_VALID);
    LocalDate lastDay = today.plusDays(DAYS_VALID);
    if (variant == CardVariant.CERTIFICATE_EXPIRED) {
      lastDay = today.minusDays(1);
    } else if (variant == CardVariant.NOT_YET_VALID) {
      firstDay = today.plusDays(1);
    }
    Instant notBefore = firstDay.atStartOfDay(JAPAN).toInstant();
    return LeafProfile.userAuthentication(
        holder.subjectCode(), holder.certificateSerial(), notBefore, LeafProfile.endOf(lastDay));
  }

  private VirtualMyNumberCard myNumberCard(
      CardHolder holder, byte[] certificateFile, Set<CardQuirk> quirks) {
    return card(
        quirks,
        applications.jpki(TokenLabel.MY_NUMBER_CARD, holder, certificateFile),
        applications.cardFaceInput(holder, hierarchy.cardKey()),
        applications.cardFaceCheck());
  }

  private VirtualMyNumberCard card(Set<CardQuirk> quirks, CardApplication... on) {
    return new VirtualMyNumberCard(List.of(on), quirks, random);
  }
}
