package org.kashidashi.kiosk.diagnosis.wire;

import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Topic;

/** What is asked of a kiosk by one connection. */
sealed interface Question {
  record OfHealth() implements Question {}

  record OfTopic(Topic topic) implements Question {}

  record ToCheck(Check check) implements Question {}

  record ToServe(ServiceMode mode) implements Question {}

  record OfQueue(int limit) implements Question {}

  record ToRetry() implements Question {}

  record ToCalibrate() implements Question {}
}
