package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardReading.CertificateRead;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** Cards that answer anything at all: no exception, no endless reading, no nonsense accepted. */
final class HostileCardTest {
  private static final TestCards CARDS = new TestCards();
  private static final int CARDS_TRIED = 3000;
  private static final StatusWord[] STATUSES = {
    StatusWord.SUCCESS,
    StatusWord.SUCCESS,
    StatusWord.SUCCESS,
    StatusWord.END_OF_FILE,
    StatusWord.OFFSET_OUTSIDE_EF,
    StatusWord.NOT_FOUND,
    StatusWord.SECURITY_STATUS_NOT_SATISFIED,
    StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED,
    StatusWord.NO_PRECISE_DIAGNOSIS,
    new StatusWord(0x6C10)
  };

  @Test
  void neverThrowsNorReadsWithoutEnd() {
    // Reading changes nothing on it, and signing its certificates takes longer than reading them.
    SimCard honest = CARDS.card();
    for (int seed = 0; seed < CARDS_TRIED; seed++) {
      honest.powerOff();
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      SimCardReader reader = new SimCardReader("hostile " + seed, time -> {});
      reader.insert(new HostileCard(honest, random));
      CardReading reading = new JpkiReader(CardLayout.current(), () -> 0).read(reader);
      reader.close();
      assertTrue(reader.sent().size() <= CardDialogue.COMMANDS_MAX, "seed " + seed);
      if (reading instanceof CertificateRead(CertificateBytes certificate)) {
        assertTrue(certificate.length() <= CertificateFile.LENGTH_MAX, "seed " + seed);
      }
    }
  }

  /** Mostly true to a real card, so that every depth of the reading is reached. */
  private static final class HostileCard implements SimCard {
    private final SimCard honest;
    private final RandomGenerator random;
    private final double honesty;

    HostileCard(SimCard honest, RandomGenerator random) {
      this.honest = honest;
      this.random = random;
      this.honesty = random.nextDouble();
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
      ResponseApdu response = honest.transmit(command);
      if (random.nextDouble() < honesty) {
        return response;
      }
      byte[] bytes = response.data();
      return switch (random.nextInt(5)) {
        case 0 -> ResponseApdu.of(noise(random.nextInt(300)), anyStatus());
        case 1 -> ResponseApdu.of(Arrays.copyOf(bytes, random.nextInt(260)), anyStatus());
        case 2 -> ResponseApdu.of(flipped(bytes), response.status());
        case 3 ->
          ResponseApdu.of(Arrays.copyOf(bytes, Math.min(1, bytes.length)), response.status());
        default -> ResponseApdu.of(new StatusWord(random.nextInt(0x10000)));
      };
    }

    private StatusWord anyStatus() {
      return STATUSES[random.nextInt(STATUSES.length)];
    }

    private byte[] noise(int length) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      return noise;
    }

    private byte[] flipped(byte[] bytes) {
      byte[] flipped = bytes.clone();
      if (flipped.length > 0) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }

    @Override
    public byte[] atr() {
      return noise(random.nextInt(33));
    }

    @Override
    public void reset() {
      honest.reset();
    }

    @Override
    public void powerOff() {
      honest.powerOff();
    }
  }
}
