package org.kashidashi.hal.card.jpki.pin;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.jpki.ApduScript;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** The exact commands with PINs, kept beside this test; -Dgolden=write writes them anew. */
final class PinScriptTest {
  private static final TestCards CARDS = new TestCards();

  private final ApduScript script = new ApduScript();

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "NO_SFI", "FIRST_COMMAND_6F00", "FACE_AUTHENTICATION"})
  void linksByTheScript(CardVariant variant) throws IOException {
    SimCard card = CARDS.issuer().issue(variant, TestCards.HOLDER.withInputPin("5678"));
    with(card, session -> {
      step("ask for the tries", session.standing(PinName.USER_AUTHENTICATION));
      step("ask for the tries", session.standing(PinName.CARD_FACE_INPUT));
      step("verify", verify(session, PinName.USER_AUTHENTICATION, "1234"));
      step("sign", session.sign(new byte[32]));
      step("verify", verify(session, PinName.CARD_FACE_INPUT, "5678"));
      step("read the key", session.cardKey());
    });
    check("link-%s.apdu".formatted(variant.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void stopsByTheScriptBeforeTheLastTry() throws IOException {
    with(CARDS.card(), session -> {
      step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
      step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
      step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
    });
    check("wrong-pin.apdu");
  }

  private interface Work {
    void on(PinSession session);
  }

  private void with(SimCard card, Work work) {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    reader.insert(script.of(card));
    Opening opening = PinSession.open(reader, PinLayout.current(), () -> 0);
    step("open", opening.getClass().getSimpleName());
    try (PinSession session = assertInstanceOf(Opening.Opened.class, opening).session()) {
      work.on(session);
    }
    step("close", "closed");
    reader.close();
  }

  private static PinAnswer verify(PinSession session, PinName name, String digits) {
    try (Pin pin = Pin.of(digits.toCharArray())) {
      return session.verify(name, pin);
    }
  }

  private void check(String name) throws IOException {
    script.check("pin/" + name);
  }

  private void step(String what, Object outcome) {
    boolean secret = List.of("Signed", "KeyRead").contains(outcome.getClass().getSimpleName());
    script.add(
        "= %s: %s%n%n".formatted(what, secret ? outcome.getClass().getSimpleName() : outcome));
  }
}
