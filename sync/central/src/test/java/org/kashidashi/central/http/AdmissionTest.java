package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission = new Admission(1, 1, Duration.ofMillis(1));

  @Test
  void sendsAwayWhoWaitsTooLong() {
    assertTrue(admission.enter());
    assertFalse(admission.enter());
  }

  @Test
  void letsInWhenSomebodyLeaves() {
    assertTrue(admission.enter());
    admission.leave();
    assertTrue(admission.enter());
  }

  @Test
  void keepsNoPlaceForWhomItSentAway() {
    assertTrue(admission.enter());
    for (int count = 0; count < 10; count++) {
      assertFalse(admission.enter());
    }
    admission.leave();
    assertTrue(admission.enter());
  }
}
