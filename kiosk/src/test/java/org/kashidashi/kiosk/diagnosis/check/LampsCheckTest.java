package org.kashidashi.kiosk.diagnosis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.kiosk.diagnosis.Hint;

/** Whoever looks knows which lamp has to shine. */
final class LampsCheckTest {
  @Test
  void namesEachLampWhileItShines() throws Exception {
    SimSignal signal = new SimSignal();
    Map<Hint.Wish, Lamp> seen = new EnumMap<>(Hint.Wish.class);
    LampsCheck check =
        new LampsCheck(signal, Place.here(), () -> Lamp.READY, _ -> {}, Duration.ofSeconds(2));
    var _ = check.run(hint -> seen.put(hint.wish(), signal.lamp()));
    assertEquals(
        Map.of(
            Hint.Wish.LOOK_AT_READY_LAMP, Lamp.READY,
            Hint.Wish.LOOK_AT_READING_LAMP, Lamp.READING,
            Hint.Wish.LOOK_AT_ATTENTION_LAMP, Lamp.ATTENTION),
        seen);
    assertEquals(
        List.of(Lamp.OFF, Lamp.READY, Lamp.READING, Lamp.ATTENTION, Lamp.READY), signal.lamps());
  }
}
