package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;

/**
 * How to reach a reader through PC/SC.
 *
 * @param library where libpcsclite is: a path, or a name that the system's linker finds
 * @param commandLimit how long one command may take before it counts as hung
 */
public record PcscSettings(ReaderRule rule, String library, Duration commandLimit) {
  /** A card may take 2.5 seconds over one command (ISO/IEC 14443-4, FWI 13). */
  public static final Duration COMMAND_LIMIT_MIN = Duration.ofMillis(2600);

  public static final Duration COMMAND_LIMIT_MAX = Duration.ofSeconds(30);

  public PcscSettings {
    if (commandLimit.compareTo(COMMAND_LIMIT_MIN) < 0
        || commandLimit.compareTo(COMMAND_LIMIT_MAX) > 0) {
      throw new IllegalArgumentException("command limit %s, need %s to %s"
          .formatted(commandLimit, COMMAND_LIMIT_MIN, COMMAND_LIMIT_MAX));
    }
  }

  /** The system's library, four seconds for a command. */
  public static PcscSettings of(ReaderRule rule) {
    return new PcscSettings(rule, "libpcsclite.so.1", Duration.ofSeconds(4));
  }
}
