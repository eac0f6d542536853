package org.kashidashi.kiosk.vm;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who knows nothing of the machine but what its console says. */
final class Technician {
  /** A kiosk that begins anew, and notices, on an emulated machine. */
  static final Duration LIMIT = Duration.ofMinutes(4);

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  /** What an emulated machine is not quick enough for. */
  private static final Pattern SLOWNESS =
      Pattern.compile("(?m)^[a-z ]+ warn +.*(slowly|nearly full).*$");

  private final Machine machine;

  Technician(Machine machine) {
    this.machine = machine;
  }

  void signIn() throws Exception {
    machine.technician().signIn();
  }

  /** Gives an order; the answer as one row. */
  String order(String words) throws Exception {
    return order(words, Map.of());
  }

  String order(String words, Map<String, TechniciansLine.Hand> hands) throws Exception {
    return machine
        .technician()
        .order(words, LIMIT, hands)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Gives an order whose answer has to hold all of this. */
  void sees(String words, String... expected) throws Exception {
    String answer = order(words);
    for (String some : expected) {
      if (!answer.contains(some)) {
        throw new ProofFailedException(
            "'%s' does not say '%s' but:%n%s".formatted(words, some, answer));
      }
    }
  }

  /** Gives the same order until its answer holds all of this. */
  void awaits(String words, String... expected) throws Exception {
    String[] last = {""};
    try {
      Patience.until("answer", LIMIT, () -> {
        last[0] = order(words);
        boolean there = java.util.Arrays.stream(expected).allMatch(last[0]::contains);
        if (!there) {
          Patience.pause(BETWEEN);
        }
        return Optional.of(there);
      });
    } catch (ProofFailedException late) {
      throw new ProofFailedException("'%s' never says '%s' but at last:%n%s"
          .formatted(words, String.join("' and '", expected), last[0]));
    }
  }

  /** Health is good again, as the console says it. */
  void awaitsHealth() throws Exception {
    String[] last = {""};
    try {
      Patience.until("health", LIMIT, () -> {
        last[0] = machine.technician().order("show health");
        String but = SLOWNESS.matcher(last[0]).replaceAll("");
        boolean well = !but.contains(" FAIL ") && !but.contains(" warn ");
        if (!well) {
          Patience.pause(BETWEEN);
        }
        return Optional.of(well);
      });
    } catch (ProofFailedException late) {
      throw new ProofFailedException("health does not become good:%n%s".formatted(last[0]));
    }
  }
}
