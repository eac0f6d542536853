package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.config.mistake.Wording;

/**
 * What is wired to the GPIO lines; each a BCM number, 0 for what is not there.
 *
 * @param outputs the level that lights a lamp or sounds the buzzer
 * @param inputs the level of a pressed button or a shut door
 */
public record GpioWiring(
    int lampReady,
    int lampReading,
    int lampAttention,
    int buzzer,
    int doorShut,
    int staffCall,
    Level outputs,
    Level inputs) {
  /** What a line is at while it is on. */
  public enum Level {
    HIGH,
    LOW
  }

  private static final Setting<Integer> LAMP_READY =
      line("lamp_ready", "The lamp that says that the machine is ready");
  private static final Setting<Integer> LAMP_READING =
      line("lamp_reading", "The lamp that says that a card is being read");
  private static final Setting<Integer> LAMP_ATTENTION =
      line("lamp_attention", "The lamp that calls for attention");
  private static final Setting<Integer> BUZZER = line("buzzer", "An active buzzer");
  private static final Setting<Integer> DOOR_SHUT =
      line("door_shut", "The contact that is closed while the door is shut");
  private static final Setting<Integer> STAFF_CALL =
      line("staff_call", "The button that calls staff");
  private static final Setting<Level> OUTPUTS = Setting.otherwise(
          "gpio.outputs",
          Forms.choice(Level.class),
          Level.HIGH,
          "The level that lights a lamp or sounds the buzzer.")
      .onMachine();
  private static final Setting<Level> INPUTS = Setting.otherwise(
          "gpio.inputs",
          Forms.choice(Level.class),
          Level.LOW,
          "The level of a pressed button or a shut door.")
      .onMachine();
  private static final List<Setting<Integer>> LINES =
      List.of(LAMP_READY, LAMP_READING, LAMP_ATTENTION, BUZZER, DOOR_SHUT, STAFF_CALL);
  static final List<Setting<?>> SETTINGS = Stream.concat(LINES.stream(), Stream.of(OUTPUTS, INPUTS))
      .<Setting<?>>map(each -> each)
      .toList();

  static GpioWiring read(Values values) {
    GpioWiring wiring = new GpioWiring(
        values.get(LAMP_READY),
        values.get(LAMP_READING),
        values.get(LAMP_ATTENTION),
        values.get(BUZZER),
        values.get(DOOR_SHUT),
        values.get(STAFF_CALL),
        values.get(OUTPUTS),
        values.get(INPUTS));
    List<Integer> lines = Stream.of(
            wiring.lampReady,
            wiring.lampReading,
            wiring.lampAttention,
            wiring.buzzer,
            wiring.doorShut,
            wiring.staffCall)
        .filter(line -> line != 0)
        .toList();
    if (lines.stream().distinct().count() < lines.size()) {
      values.add(LAMP_READY, Problem.WIRED_TWICE.with(), Remedy.LINE_EACH.with());
    }
    return wiring;
  }

  private static Setting<Integer> line(String name, String what) {
    return Setting.otherwise(
            "gpio." + name, new LineForm(), 0, what + ": its BCM number; 0 if there is none.")
        .onMachine();
  }

  /** The lines of the 40-pin header; 0 and 1 belong to add-on boards' memories. */
  private record LineForm() implements Form<Integer> {
    private static final int FIRST = 2;
    private static final int LAST = 27;

    @Override
    public Integer read(Object raw) throws UnfitValueException {
      if (raw instanceof Long number && (number == 0 || (number >= FIRST && number <= LAST))) {
        return Math.toIntExact(number);
      }
      throw UnfitValueException.of(raw);
    }

    @Override
    public Wording allowed() {
      return Allowed.LINE.with(FIRST, LAST);
    }

    @Override
    public Integer example() {
      return 0;
    }

    @Override
    public String write(Integer value) {
      return value.toString();
    }
  }
}
