package org.kashidashi.kiosk.vm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;

/** Somebody who knows nothing of the machine but what its console says. */
final class Technician {
  /** A kiosk that begins anew, and notices, on an emulated machine. */
  static final Duration LIMIT = Duration.ofMinutes(4);

  static final Duration RESTART = Duration.ofMinutes(12);

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  /** What an emulated machine is not quick enough for. */
  private static final List<Cause> SLOWNESS =
      List.of(Cause.CENTRAL_SLOW, Cause.FLUSH_SLOW, Cause.DISPLAY_SLOW);

  /** What is ordered once, or again and again. */
  private interface Order {
    String answer() throws Exception;
  }

  private final Machine machine;
  private final Wording wording = Wording.shipped();

  Technician(Machine machine) {
    this.machine = machine;
  }

  void signIn() throws Exception {
    machine.technician().signIn();
  }

  /** Restarts the machine, and signs in again. */
  void restart() throws Exception {
    asked("reboot", "reboot.now");
    machine.technician().type("y");
    // Its last words may be cut off by what they tell of.
    machine.shell().awaitRestart(RESTART);
    signIn();
  }

  /** Gives an order; the answer as one row. */
  String order(String words) throws Exception {
    return order(words, Map.of());
  }

  /** With what a person does when the console says so. */
  String order(String words, Map<String, TechniciansLine.Hand> hands) throws Exception {
    return machine
        .technician()
        .order(words, LIMIT, hands)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Gives an order that asks for a proof first; the answer as one row. */
  String proven(String words) throws Exception {
    return machine
        .technician()
        .provenOrder(words, LIMIT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Signs, where an order asks for a proof first. */
  void proves() throws Exception {
    machine.technician().prove();
  }

  /** Types, and waits for a question. */
  void asked(String words, String question) throws Exception {
    machine.technician().type(words);
    awaitsWords(question);
  }

  /** Waits for these words in what has come since something was typed. */
  void awaitsWords(String words) throws Exception {
    String pattern = String.join(
        "(?s:.*)",
        wording.fixed(words).stream()
            .map(part -> Pattern.quote(part).replace(" ", "\\E\\s+\\Q"))
            .toList());
    var _ = machine.technician().await("'%s'".formatted(words), pattern, LIMIT);
  }

  /** Waits until the next order can be given. */
  void awaitsPrompt() throws Exception {
    var _ = machine.technician().await("a prompt", "> $", LIMIT);
  }

  /** Gives an order whose answer has to hold all of this: texts, or the names of the console's. */
  void sees(String words, String... expected) throws Exception {
    sees(words, () -> order(words), expected);
  }

  /** The same, of an order that asks for a proof first. */
  void seesProven(String words, String... expected) throws Exception {
    sees(words, () -> proven(words), expected);
  }

  private void sees(String words, Order order, String... expected) throws Exception {
    String answer = order.answer();
    if (!wording.all(answer, expected)) {
      throw new ProofFailedException("'%s' does not say '%s' but:%n%s"
          .formatted(words, String.join("' and '", expected), answer));
    }
  }

  /** Gives the same order until its answer holds all of this. */
  void awaits(String words, String... expected) throws Exception {
    awaits(words, () -> order(words), expected);
  }

  /** The same, of an order that asks for a proof each time. */
  void awaitsProven(String words, String... expected) throws Exception {
    awaits(words, () -> proven(words), expected);
  }

  private void awaits(String words, Order order, String... expected) throws Exception {
    String[] last = {""};
    try {
      Patience.until("answer", LIMIT, () -> {
        last[0] = order.answer();
        return Optional.of(wording.all(last[0], expected) || later());
      });
    } catch (ProofFailedException late) {
      throw new ProofFailedException("'%s' never says '%s' but at last:%n%s"
          .formatted(words, String.join("' and '", expected), last[0]));
    }
  }

  /** Health names the part, what is wrong with it, and what to do. */
  void finds(Part part, Standing standing, Cause cause) throws Exception {
    awaits(
        "show health",
        wording.row(part, standing),
        "Cause." + cause,
        "Cause.%s.do".formatted(cause));
  }

  /** A check fails, and says why. */
  void fails(String check, Part part, Cause cause) throws Exception {
    awaits("test " + check, wording.row(part, Standing.BAD), "Cause." + cause);
  }

  /** A check passes. */
  void passes(String check, Part part) throws Exception {
    awaits("test " + check, wording.row(part, Standing.GOOD));
  }

  /** Health is good again, as the console says it. */
  void awaitsHealth() throws Exception {
    String[] last = {""};
    try {
      Patience.until("health", LIMIT, () -> {
        last[0] = machine.technician().order("show health");
        return Optional.of(last[0].lines().noneMatch(this::isTrouble) || later());
      });
    } catch (ProofFailedException late) {
      throw new ProofFailedException("health does not become good:%n%s".formatted(last[0]));
    }
  }

  private boolean isTrouble(String row) {
    boolean bad = row.contains(" " + wording.text("Standing.BAD") + " ");
    boolean doubtful = row.contains(" " + wording.text("Standing.DOUBTFUL") + " ");
    return bad
        || (doubtful
            && SLOWNESS.stream()
                .noneMatch(slow -> row.contains(wording.text("Cause." + slow).substring(0, 20))));
  }

  private static boolean later() throws InterruptedException {
    Patience.pause(BETWEEN);
    return false;
  }
}
