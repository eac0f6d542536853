package org.kashidashi.kiosk.diagnosis.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.check.Place;

/** A device whose thread does not come is silent, and nobody is told to wait for another check. */
@Timeout(30)
final class ErrandsTest {
  private static final Duration SHORT = Duration.ofMillis(10);

  @Test
  void threadThatDoesNotComeIsSilent() {
    Errands errands = new Errands(() -> {}, SHORT);
    for (int more = 0; more < 10; more++) {
      assertSilent(() -> errands.call(() -> true));
    }
    assertSilent(errands::hold);
  }

  @Test
  void threadThatWorksTooLongIsSilent() {
    Place never = Errands.on(_ -> {}, SHORT);
    assertSilent(() -> never.call(() -> true));
  }

  @Test
  void threadThatTakesNoMoreWorkIsSilent() {
    Place full = Errands.on(
        _ -> {
          throw new RejectedExecutionException("full");
        },
        SHORT);
    assertSilent(() -> full.call(() -> true));
  }

  private static void assertSilent(Executable asking) {
    assertEquals(NotNow.Reason.DEVICE_SILENT, assertThrows(NotNow.class, asking).reason());
  }
}
