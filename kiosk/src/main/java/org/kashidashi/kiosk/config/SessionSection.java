package org.kashidashi.kiosk.config;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.session.SessionRules;

/** Reads the limits of a session. */
final class SessionSection {
  private static final SessionRules STANDARD = SessionRules.standard();
  private static final Setting<Duration> IDLE = Setting.otherwise(
          "session.idle",
          Forms.duration(Duration.ofSeconds(20), Duration.ofMinutes(10)),
          STANDARD.idle(),
          "How long a patron may do nothing before they are asked whether they go on.")
      .onMachine();
  private static final Setting<Duration> WARNING = Setting.otherwise(
          "session.warning",
          Forms.duration(Duration.ofSeconds(20), Duration.ofMinutes(2)),
          STANDARD.warning(),
          "How long they are asked before the session ends.")
      .onMachine();
  private static final Setting<Duration> FINISHED = Setting.otherwise(
          "session.finished",
          Forms.duration(Duration.ofSeconds(5), Duration.ofMinutes(1)),
          STANDARD.finished(),
          "How long the last screen stays.")
      .onMachine();
  private static final Setting<SessionRules.CardLift> CARD_LIFT = Setting.otherwise(
          "session.card_lift",
          Forms.choice(SessionRules.CardLift.class),
          STANDARD.cardLift(),
          "Whether the card is taken off the reader before items are scanned, or at the end.")
      .onMachine();
  private static final Setting<Integer> ITEMS_MAXIMUM = Setting.otherwise(
      "session.items_maximum",
      new WholeForm(1, 100),
      STANDARD.itemsMaximum(),
      "How many items one session may hold.");
  private static final Setting<Boolean> ERROR_SLIPS = Setting.otherwise(
          "session.error_slips",
          new FlagForm(),
          STANDARD.errorSlips(),
          "Whether a refused patron can have the code on a slip for the counter, where there is a"
              + " printer; nothing on it says whose it is.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = Stream.concat(
          Stream.of(IDLE, WARNING, FINISHED, CARD_LIFT, ITEMS_MAXIMUM, ERROR_SLIPS),
          OffersSection.SETTINGS.stream())
      .<Setting<?>>map(setting -> setting)
      .toList();

  private SessionSection() {}

  static SessionRules read(Values values) {
    return new SessionRules(
        values.get(IDLE),
        values.get(WARNING),
        values.get(FINISHED),
        values.get(CARD_LIFT),
        values.get(ITEMS_MAXIMUM),
        values.get(ERROR_SLIPS),
        OffersSection.read(values));
  }
}
