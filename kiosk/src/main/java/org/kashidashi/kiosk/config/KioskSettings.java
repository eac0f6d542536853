package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/** The machine itself. */
public record KioskSettings(
    String id,
    Mode mode,
    Role role,
    String label,
    ZoneId timeZone,
    Path stateDirectory,
    boolean clockBattery) {
  private static final Setting<String> ID = Setting.required(
      "kiosk.id",
      Forms.text("[a-z0-9-]{1,32}", Allowed.MADE_OF.with(1, 32, Allowed.NAME_SIGNS.with()), "k1"),
      "Names this kiosk towards the library system. Never change it while loans wait to be sent.");
  static final Setting<Mode> MODE = Setting.otherwise(
      "kiosk.mode",
      Forms.choice(Mode.class),
      Mode.PRODUCTION,
      "In `test`, simulators and test cards are allowed; never set it where patrons borrow.");
  static final Setting<Role> ROLE = Setting.otherwise(
      "kiosk.role",
      Forms.choice(Role.class),
      Role.SELF_CHECKOUT,
      "Whether patrons borrow here by themselves, or staff serve them from a terminal: see"
          + " `counter.md`.");
  private static final Setting<String> LABEL = Setting.otherwise(
          "kiosk.label",
          Forms.shownText(1, 8, "1号機"),
          "1号機",
          "Which of the machines this is, for screens and receipts.")
      .onMachine();
  private static final Setting<ZoneId> TIME_ZONE = Setting.otherwise(
      "kiosk.time_zone", Forms.zone(), ZoneId.of("Asia/Tokyo"), "In which due dates are counted.");
  static final Setting<Path> STATE_DIRECTORY = Setting.otherwise(
      "kiosk.state_directory",
      Forms.path(),
      Path.of("/var/lib/kashidashi"),
      "Where loans, caches and the audit trail are kept.");
  private static final Setting<Boolean> CLOCK_BATTERY = Setting.otherwise(
          "kiosk.clock_battery",
          new FlagForm(),
          false,
          "Whether the board has a clock that runs on while the power is off.")
      .onMachine();
  static final List<Setting<?>> SETTINGS =
      List.of(ID, MODE, ROLE, LABEL, TIME_ZONE, STATE_DIRECTORY, CLOCK_BATTERY);

  static KioskSettings read(Values values) {
    return new KioskSettings(
        values.get(ID),
        values.get(MODE),
        values.get(ROLE),
        values.get(LABEL),
        values.get(TIME_ZONE),
        values.get(STATE_DIRECTORY),
        values.get(CLOCK_BATTERY));
  }
}
