package org.kashidashi.hal.card.jpki.pin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** Cards that answer anything at all once they are open: no exception, no end that does not come. */
final class HostilePinCardTest {
  private static final TestCards CARDS = new TestCards();
  private static final int CARDS_TRIED = 2000;

  @Test
  void neverThrowsNorAsksWithoutEndNorSendsAPinUnasked() {
    int opened = 0;
    for (int seed = 0; seed < CARDS_TRIED; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      SimCardReader reader = new SimCardReader("hostile " + seed, time -> {});
      HostileCard card = new HostileCard(CARDS.card(), random);
      reader.insert(card);
      if (PinSession.open(reader, PinLayout.current(), () -> 0)
          instanceof Opening.Opened(PinSession session)) {
        opened++;
        int before = reader.sent().size();
        card.turnHostile();
        try (session) {
          for (PinName name : PinName.values()) {
            verify(session, name);
          }
          session.sign(new byte[32]);
          session.cardKey();
        }
        List<CommandApdu> sent = reader.sent();
        assertTrue(sent.size() - before <= 5 * PinDialogue.COMMANDS_MAX, "seed " + seed);
        assertPinsOnlyAfterTheTries(sent, "seed " + seed);
      }
      reader.close();
    }
    assertTrue(opened == CARDS_TRIED, opened + " of " + CARDS_TRIED + " were opened");
  }

  private static void verify(PinSession session, PinName name) {
    try (Pin pin = Pin.of("1234".toCharArray())) {
      session.verify(name, pin);
    }
  }

  private static void assertPinsOnlyAfterTheTries(List<CommandApdu> sent, String seed) {
    for (int i = 0; i < sent.size(); i++) {
      boolean pin = sent.get(i).ins() == 0x20 && sent.get(i).data().length > 0;
      boolean asked = i > 0 && sent.get(i - 1).ins() == 0x20 && sent.get(i - 1).data().length == 0;
      assertTrue(!pin || asked, seed);
    }
  }

  private static final class HostileCard implements SimCard {
    private final SimCard honest;
    private final RandomGenerator random;
    private final double honesty;
    private boolean hostile;

    HostileCard(SimCard honest, RandomGenerator random) {
      this.honest = honest;
      this.random = random;
      this.honesty = random.nextDouble();
    }

    void turnHostile() {
      hostile = true;
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
      ResponseApdu response = honest.transmit(command);
      if (!hostile || random.nextDouble() < honesty) {
        return response;
      }
      byte[] bytes = response.data();
      return switch (random.nextInt(5)) {
        case 0 -> ResponseApdu.of(noise(random.nextInt(300)), anyStatus());
        case 1 -> ResponseApdu.of(Arrays.copyOf(bytes, random.nextInt(260)), anyStatus());
        case 2 -> ResponseApdu.of(noise(bytes.length), response.status());
        case 3 -> ResponseApdu.of(StatusWord.counter(random.nextInt(16)));
        default -> ResponseApdu.of(new StatusWord(random.nextInt(0x10000)));
      };
    }

    private StatusWord anyStatus() {
      return random.nextBoolean() ? StatusWord.SUCCESS : StatusWord.END_OF_FILE;
    }

    private byte[] noise(int length) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      return noise;
    }

    @Override
    public byte[] atr() {
      return honest.atr();
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
