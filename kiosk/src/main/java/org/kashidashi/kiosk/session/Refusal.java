package org.kashidashi.kiosk.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kashidashi.kiosk.fault.FaultCode;

/** Why it does not go on, with what the text needs to say so. */
public sealed interface Refusal {
  /**
   * A rule of the library, the card or the person.
   *
   * @param date the date that the text names, if it names one
   * @param number the number that the text names, if it names one
   */
  record ByRule(RefusalCode rule, Optional<LocalDate> date, OptionalInt number)
      implements Refusal {}

  /** A fault of the machine that leaves another way open. */
  record ByFault(FaultCode fault) implements Refusal {}

  static Refusal of(RefusalCode code) {
    return new ByRule(code, Optional.empty(), OptionalInt.empty());
  }

  static Refusal of(RefusalCode code, LocalDate date) {
    return new ByRule(code, Optional.of(date), OptionalInt.empty());
  }

  static Refusal of(RefusalCode code, int number) {
    return new ByRule(code, Optional.empty(), OptionalInt.of(number));
  }

  static Refusal of(FaultCode fault) {
    return new ByFault(fault);
  }

  /** What the patron can choose. */
  default List<Action> ways() {
    return switch (this) {
      case ByRule(RefusalCode rule, var _, var _) -> rule.ways();
      case ByFault _ -> List.of(Action.USE_LIBRARY_CARD, Action.BACK_TO_START);
    };
  }

  /** As it is written on the screen: {@code E-101}. */
  default String shownCode() {
    return switch (this) {
      case ByRule(RefusalCode rule, var _, var _) -> rule.code();
      case ByFault(FaultCode fault) -> fault.code();
    };
  }
}
