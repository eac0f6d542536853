package org.kashidashi.hal.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.hal.card.CommandApdu;

/**
 * The commands that left for a card, with the faults waiting for later ones. Any thread.
 *
 * @param <F> the faults that can be waiting
 */
final class CommandLog<F extends DeviceFault> {
  /** Older commands are forgotten, for kiosks that run for days on simulated cards. */
  private static final int COMMANDS_MAX = 4096;

  private final Deque<CommandApdu> commands = new ArrayDeque<>();
  private final Map<Integer, F> faults = new HashMap<>();
  private int seen;

  /**
   * Lets something go wrong with a later command.
   *
   * @param nth 1 for the next one
   */
  synchronized void faultAt(int nth, F fault) {
    if (nth < 1) {
      throw new IllegalArgumentException("command number %d, need 1 or more".formatted(nth));
    }
    faults.put(seen + nth, fault);
  }

  /** Notes a command; gives the fault that waited for it. */
  synchronized Optional<F> add(CommandApdu command) {
    seen++;
    if (commands.size() == COMMANDS_MAX) {
      commands.removeFirst();
    }
    commands.addLast(command);
    return Optional.ofNullable(faults.remove(seen));
  }

  synchronized List<CommandApdu> commands() {
    return List.copyOf(commands);
  }
}
