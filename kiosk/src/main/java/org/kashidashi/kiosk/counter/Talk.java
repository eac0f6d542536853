package org.kashidashi.kiosk.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** A dialogue in the words of one language: phrases, numbered choices, yes or no, tables. */
final class Talk {
  /** What terminals have had since the first ones. */
  static final int COLUMNS = 80;

  private static final String PROMPT = "> ";
  private static final String BACK = "0";
  private static final int LABEL_COLUMNS = 24;

  private final Dialogue dialogue;
  private final Words words;

  Talk(Dialogue dialogue, Words words) {
    this.dialogue = dialogue;
    this.words = words;
  }

  /** The next one who looks is not to see who was served. */
  void clear() {
    dialogue.clear();
  }

  Words words() {
    return words;
  }

  void tell(Phrase phrase, Object... facts) {
    say(words.of(phrase, facts));
  }

  /** Says a text, wrapped to the terminal. What is not ours may steer no terminal. */
  void say(String text) {
    String harmless = text.replaceAll("[\\p{Cc}&&[^\n]]", "?");
    dialogue.tell(String.join("\n", Cells.wrap(harmless, COLUMNS)));
  }

  /** One line of a form: what it is, and its value in a column. */
  void row(Phrase label, String value) {
    say("  " + Cells.fill(words.of(label), LABEL_COLUMNS) + value);
  }

  /** The whole number, since it is written on the new library card. */
  void registered(CounterPatron patron) {
    tell(
        Phrase.REGISTERED,
        patron.standing().patron().number(),
        patron.standing().expires());
  }

  void refused(CounterRefusal refusal) {
    refused(refusal, List.of());
  }

  /** With the places where it is done instead, for staff to send the person there. */
  void refused(CounterRefusal refusal, List<String> places) {
    say(words.reason(refusal));
    say(words.of(Phrase.ADVICE, words.advice(refusal)));
    places.forEach(place -> tell(Phrase.PLACE, place));
    tell(Phrase.CODE, refusal.name());
  }

  void refused(LoanRefusal refusal) {
    say(words.reason(refusal));
  }

  void obstacle(CardObstacle obstacle) {
    say(words.name(obstacle));
    say(words.of(Phrase.ADVICE, words.advice(obstacle)));
  }

  /**
   * Asks for a line; an empty one is an answer, too.
   *
   * @throws TaskEndedException if the answer is to go back
   */
  String ask(Phrase phrase, Object... facts) throws DialogueOverException, TaskEndedException {
    String answer = dialogue.ask(words.of(phrase, facts) + PROMPT).strip();
    if (answer.equals(BACK)) {
      tell(Phrase.GOING_BACK);
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    return answer;
  }

  /** As {@link Dialogue#closed}. */
  boolean closed() {
    return dialogue.closed();
  }

  /** As {@link Dialogue#scanned}. */
  boolean scanned() {
    return dialogue.scanned();
  }

  /** Asks until something is answered. */
  String askFor(Phrase phrase, Object... facts) throws DialogueOverException, TaskEndedException {
    String answer = ask(phrase, facts);
    while (answer.isEmpty()) {
      answer = ask(phrase, facts);
    }
    return answer;
  }

  /** Asks for one line as it comes, where 0 is no way back. */
  String askPlainly(Phrase phrase) throws DialogueOverException {
    return dialogue.ask(words.of(phrase) + PROMPT).strip();
  }

  char[] askSecretly(Phrase phrase) throws DialogueOverException {
    return dialogue.askSecretly(words.of(phrase) + PROMPT);
  }

  boolean yes(Phrase phrase, Object... facts) throws DialogueOverException, TaskEndedException {
    tell(phrase, facts);
    return choose(List.of(Phrase.YES, Phrase.NO), answer -> words.of(answer)) == Phrase.YES;
  }

  <E extends Enum<E>> E choose(Phrase question, List<E> options)
      throws DialogueOverException, TaskEndedException {
    tell(question);
    return choose(options, words::name);
  }

  /**
   * Asks which of these.
   *
   * @throws TaskEndedException if none of them
   */
  <T> T choose(List<T> options, Function<T, String> label)
      throws DialogueOverException, TaskEndedException {
    for (int index = 0; index < options.size(); index++) {
      say("  %2d  %s".formatted(index + 1, label.apply(options.get(index))));
    }
    say("   0  " + words.of(Phrase.BACK));
    while (true) {
      Optional<Integer> number = number(ask(Phrase.CHOICE), options.size());
      if (number.isPresent()) {
        return options.get(number.get() - 1);
      }
      tell(Phrase.NO_CHOICE, options.size());
    }
  }

  /** 1 to the most, if it is that. */
  static Optional<Integer> number(String text, int most) {
    if (!text.matches("[0-9]{1,4}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
  }
}
