package org.kashidashi.kiosk.bench;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.LeafProfile;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.app.demo.DemoStation;

/** How many commands and bytes one certificate of 1,500 bytes takes. */
final class CardReadSize implements Figure {
  static final int CERTIFICATE_BYTES = 1_500;
  private static final String APDUS = "card.read.apdus";
  private static final String BYTES = "card.read.bytes";

  @Override
  public List<String> names() {
    return List.of(APDUS, BYTES);
  }

  @Override
  public List<Measurement> measure() {
    TestHierarchy hierarchy = TestHierarchy.create(new SecureRandom());
    CardIssuer issuer = new CardIssuer(hierarchy, DemoStation.clock(), new SecureRandom());
    SimCardReader reader = SimCardReader.inRealTime("bench");
    SimCard card = card(issuer, hierarchy, CardHolder.numbered(1));
    AtomicInteger answered = new AtomicInteger();
    reader.insert(card.behind(command -> {
      ResponseApdu response = card.transmit(command);
      answered.addAndGet(response.toBytes().length);
      return response;
    }));
    CardReading reading = new JpkiReader(CardLayout.current(), System::nanoTime).read(reader);
    if (!(reading instanceof CardReading.CertificateRead(CertificateBytes certificate))
        || certificate.length() < CERTIFICATE_BYTES) {
      throw new IllegalStateException("the card was not read: " + reading);
    }
    int sent = reader.sent().stream()
        .map(CommandApdu::toBytes)
        .mapToInt(bytes -> bytes.length)
        .sum();
    return List.of(
        Measurement.atMost(
            APDUS, reader.sent().size(), "commands", 10, "OpenSC needs 41 for one of 891 bytes"),
        Measurement.atMost(
            BYTES,
            sent + answered.get(),
            "bytes",
            certificate.length() * 1.1,
            "the certificate's own %d bytes and a tenth".formatted(certificate.length())));
  }

  /** A card whose certificate is as long as the figures suppose. */
  static SimCard card(CardIssuer issuer, TestHierarchy hierarchy, CardHolder holder) {
    LeafProfile profile =
        issuer.profile(CardVariant.NORMAL, holder).withLengthMinimum(CERTIFICATE_BYTES);
    CertificateBytes certificate = hierarchy.second().issue(profile, hierarchy.cardKey());
    return issuer.issue(CardVariant.NORMAL, holder, certificate);
  }
}
