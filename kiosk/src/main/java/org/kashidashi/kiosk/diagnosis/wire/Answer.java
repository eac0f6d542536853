package org.kashidashi.kiosk.diagnosis.wire;

import java.util.List;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** What a kiosk says on one line; a hint is followed by more. */
sealed interface Answer {
  record Hinted(Hint hint) implements Answer {}

  record OfHealth(Health health) implements Answer {}

  record Known(List<Fact> facts) implements Answer {
    public Known {
      facts = List.copyOf(facts);
    }
  }

  record Checked(Condition condition) implements Answer {}

  record Done() implements Answer {}

  record Queued(List<Waiting> entries) implements Answer {
    public Queued {
      entries = List.copyOf(entries);
    }
  }

  record Corrected(List<Double> numbers) implements Answer {
    public Corrected {
      numbers = List.copyOf(numbers);
    }
  }

  record Later(NotNow.Reason reason) implements Answer {}
}
