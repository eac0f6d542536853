package org.kashidashi.kiosk.console.talk;

import java.util.Map;
import java.util.Objects;
import org.kashidashi.kiosk.diagnosis.Cause;

/** What the console says of each cause, for screens and documents that are to say the same. */
public final class CauseWords {
  private final Map<Tongue, Words> words = Words.shipped();

  /** One sentence. */
  public String meaning(Cause cause, Tongue tongue) {
    return of(tongue).name(cause);
  }

  /** What a technician does about it. */
  public String remedy(Cause cause, Tongue tongue) {
    return of(tongue).remedy(cause);
  }

  private Words of(Tongue tongue) {
    return Objects.requireNonNull(words.get(tongue));
  }
}
