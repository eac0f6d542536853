package org.kashidashi.hal.card.jpki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardReading.CertificateRead;
import org.kashidashi.hal.card.jpki.CardReading.DamagedCertificate;
import org.kashidashi.hal.card.jpki.CardReading.NoCertificate;
import org.kashidashi.hal.card.jpki.CardReading.Phone;

/** Reads the certificate out of its file, which is larger and filled up with FF. */
final class CertificateFile {
  /** An RSA-2048 certificate of the profile is never shorter. */
  static final int LENGTH_MIN = 600;

  /** Three times the usual length: more is nonsense, whatever the header promises. */
  static final int LENGTH_MAX = 4096;

  private static final int HEADER = 4;
  private static final byte FILLER = (byte) 0xFF;

  private final CardDialogue dialogue;
  private final FileIdentifier file;
  private final int pieceLength;

  CertificateFile(CardDialogue dialogue, CardLayout layout) {
    this.dialogue = dialogue;
    this.file = layout.certificateFile();
    this.pieceLength = layout.pieceLength();
  }

  /**
   * Reads the certificate.
   *
   * @param shortIdentifiers whether this card has taken a short identifier so far
   */
  CardReading read(boolean shortIdentifiers) throws CardException, AttemptEndedException {
    ResponseApdu first =
        shortIdentifiers ? dialogue.readStart(file, pieceLength) : selectThenRead();
    if (shortIdentifiers && !tells(first)) {
      first = selectThenRead();
    }
    StatusWord status = first.status();
    if (status.equals(StatusWord.SECURITY_STATUS_NOT_SATISFIED)) {
      // On a card this file is free; on a phone it is kept by the PIN.
      return new Phone();
    }
    boolean absent =
        status.equals(StatusWord.NOT_FOUND) || status.equals(StatusWord.OFFSET_OUTSIDE_EF);
    if (absent || (delivers(first) && isFiller(first.data()))) {
      return new NoCertificate();
    }
    return delivers(first)
        ? readOn(first.data())
        : new DamagedCertificate("%s answered %s".formatted(file, status));
  }

  private ResponseApdu selectThenRead() throws CardException, AttemptEndedException {
    StatusWord selected = dialogue.select(file);
    return selected.equals(StatusWord.SUCCESS)
        ? dialogue.read(0, pieceLength)
        : ResponseApdu.of(selected);
  }

  private CardReading readOn(byte[] first) throws CardException, AttemptEndedException {
    if (first.length < HEADER || first[0] != 0x30 || first[1] != (byte) 0x82) {
      return new DamagedCertificate(
          "%s does not begin as a certificate (SEQUENCE, two length octets)".formatted(file));
    }
    int total = HEADER + ((first[2] & 0xFF) << 8) + (first[3] & 0xFF);
    if (total < LENGTH_MIN || total > LENGTH_MAX) {
      return new DamagedCertificate("%s promises a certificate of %d bytes, need %d to %d"
          .formatted(file, total, LENGTH_MIN, LENGTH_MAX));
    }
    ByteArrayOutputStream certificate = new ByteArrayOutputStream(total);
    certificate.writeBytes(first);
    while (certificate.size() < total) {
      int offset = certificate.size();
      ResponseApdu piece = dialogue.read(offset, Math.min(pieceLength, total - offset));
      if (!delivers(piece) || piece.data().length == 0) {
        return new DamagedCertificate(
            "%s ended at %d of %d bytes with %s".formatted(file, offset, total, piece.status()));
      }
      certificate.writeBytes(piece.data());
    }
    return checked(certificate.toByteArray());
  }

  /** Whether it can be parsed at all; whom it may be believed is not decided here. */
  private CardReading checked(byte[] der) {
    try {
      CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
      return new CertificateRead(new CertificateBytes(der));
    } catch (CertificateException e) {
      return new DamagedCertificate(
          "%s holds %d bytes that are no X.509 certificate".formatted(file, der.length));
    }
  }

  /** Whether an answer to a short identifier says something about the file, not about the form. */
  private static boolean tells(ResponseApdu response) {
    return delivers(response) || response.status().equals(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
  }

  private static boolean delivers(ResponseApdu response) {
    return response.succeeded() || response.status().equals(StatusWord.END_OF_FILE);
  }

  private static boolean isFiller(byte[] bytes) {
    for (byte each : bytes) {
      if (each != FILLER) {
        return false;
      }
    }
    return true;
  }
}
