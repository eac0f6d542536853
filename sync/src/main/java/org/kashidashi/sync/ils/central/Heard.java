package org.kashidashi.sync.ils.central;

import java.util.Optional;

/**
 * An answer, with what it says about the kiosk rather than about the question.
 *
 * @param refusal central does not take the kiosk's certificate
 * @param renewalWished central wants the certificate renewed
 * @param distrust why there is no trusted line to central, then what to do
 */
record Heard(
    CentralAnswer answer,
    Optional<IdentityRefusal> refusal,
    boolean renewalWished,
    Optional<String> distrust) {
  static Heard of(CentralAnswer answer) {
    return new Heard(answer, Optional.empty(), false, Optional.empty());
  }

  static Heard nothing(String reason) {
    return of(new CentralAnswer.None(reason, Optional.empty()));
  }

  static Heard refused(IdentityRefusal refusal) {
    return new Heard(
        new CentralAnswer.None(refusal.remedy(), Optional.empty()),
        Optional.of(refusal),
        false,
        Optional.empty());
  }

  static Heard distrusted(String reason) {
    return new Heard(
        new CentralAnswer.None(reason, Optional.empty()),
        Optional.empty(),
        false,
        Optional.of(reason));
  }

  Heard withRenewalWished() {
    return new Heard(answer, refusal, true, distrust);
  }
}
