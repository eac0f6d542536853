package org.kashidashi.kiosk.console.talk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.MistakeWords;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Waiting;

/**
 * What is said to a technician, in the manner that they chose.
 *
 * <p>Every text passes here on its way to the line: nothing that a device or a file tells can steer
 * the terminal, and no answer is endless. One thread.
 */
public final class Talk {
  /** The most rows of one answer; the longest list that is shown has half of them. */
  private static final int ROWS_MAXIMUM = 2_000;

  /** The longest text of one row or one field. */
  private static final int TEXT_MAXIMUM = 2_000;

  private static final int NAME_CELLS = 20;
  private static final int STANDING_CELLS = 8;
  private static final int ROLE_CELLS = 6;
  private static final String INDENT = "  ";

  private final Line line;
  private final Measured measured;
  private final Map<Tongue, Words> words = Words.shipped();
  private Manner manner;
  private int rows;

  public Talk(Line line, ZoneId zone, Manner manner) {
    this.line = line;
    this.measured = new Measured(zone);
    this.manner = manner;
    line.silent(manner.terse());
  }

  public Manner manner() {
    return manner;
  }

  public void speak(Manner other) {
    manner = other;
    line.silent(other.terse());
  }

  public int columns() {
    return line.columns();
  }

  /** A new answer begins, with room of its own. */
  public void begin() {
    rows = 0;
  }

  /** For people: programs are not told. */
  public void say(Phrase phrase, Object... facts) {
    if (!manner.terse()) {
      wrapped("", spoken().of(phrase, facts));
    }
  }

  /** For people, as it is, and not wider than the line. */
  public void picture(String text) {
    if (!manner.terse()) {
      text.lines().forEach(row -> emit(printable(row)));
    }
  }

  /** For whoever copies it: as one row, however wide. */
  public void whole(String text) {
    emit(printable(text));
  }

  /** A row of a list that somebody else wrote. */
  public void tell(String text) {
    if (manner.terse()) {
      fields(text);
    } else {
      wrapped("", printable(text));
    }
  }

  /** What is wrong in the configuration, with the file that it is in. */
  public void tell(Mistake mistake) {
    MistakeWords said =
        manner.spoken() == Tongue.JA ? MistakeWords.japanese() : MistakeWords.english();
    tell((mistake.file().isEmpty() ? "" : mistake.file() + ": ") + said.text(mistake));
  }

  /** A row of a table; its last field is wrapped. */
  public void tell(String name, String text) {
    tell(NAME_CELLS, name, text);
  }

  /** A table; its last fields are wrapped. */
  public void table(SequencedMap<String, String> rows) {
    int widest = rows.keySet().stream().mapToInt(Cells::width).max().orElse(0);
    int cells = Math.clamp(widest, NAME_CELLS, line.columns() / 2 - INDENT.length());
    rows.forEach((name, text) -> tell(cells, name, text));
  }

  private void tell(int cells, String name, String text) {
    if (manner.terse()) {
      fields(name, text);
    } else {
      String head = Cells.padded(INDENT + printable(name), cells + INDENT.length()) + " ";
      wrapped(head, printable(text));
    }
  }

  public void show(Fact fact) {
    if (manner.terse()) {
      fields(fact.subject().name(), fact.of(), measured.forPrograms(fact));
      return;
    }
    tell(label(fact), people(fact));
  }

  /** Part, how it is, why, what to do, what was measured. */
  public void show(Condition condition) {
    if (manner.terse()) {
      fields(Stream.concat(
              Stream.of(
                  condition.part().name(),
                  condition.standing().name(),
                  condition.cause().name()),
              condition.measured().stream()
                  .map(fact -> named(fact) + "=" + measured.forPrograms(fact)))
          .toArray(String[]::new));
      return;
    }
    String part = Cells.padded(spoken().name(condition.part()), NAME_CELLS);
    String standing = Cells.padded(spoken().name(condition.standing()), STANDING_CELLS);
    List<String> figures = condition.measured().stream()
        .map(fact -> label(fact) + " " + people(fact))
        .toList();
    if (condition.cause() == Cause.NONE) {
      listed(part + standing, figures);
      return;
    }
    wrapped(part + standing, spoken().name(condition.cause()));
    String under = " ".repeat(NAME_CELLS + STANDING_CELLS);
    wrapped(under + "-> ", spoken().remedy(condition.cause()));
    if (!figures.isEmpty()) {
      listed(under, figures);
    }
  }

  public void show(Waiting entry) {
    if (manner.terse()) {
      fields(
          Long.toString(entry.sequence()),
          entry.age().toSeconds() + " s",
          entry.state().name(),
          entry.reason().orElse(""));
      return;
    }
    tell(
        Long.toString(entry.sequence()),
        "%s  %s  %s"
            .formatted(
                Cells.padded(span(entry.age()), NAME_CELLS),
                spoken().name(entry.state()),
                printable(entry.reason().orElse(""))));
  }

  public void show(Hint hint) {
    if (manner.terse()) {
      fields("HINT", hint.wish().name(), hint.step() + "/" + hint.steps());
    } else {
      wrapped("[%d/%d] ".formatted(hint.step(), hint.steps()), spoken().name(hint.wish()));
    }
  }

  /**
   * What a command is for, with who may give it.
   *
   * @param cells how much room forms have here
   */
  public void help(int cells, String form, String command, Enum<?> role) {
    if (manner.terse()) {
      fields(form, role.name());
    } else {
      String head = INDENT + Cells.padded(printable(form), cells) + " ";
      wrapped(
          head + Cells.padded(spoken().name(role), ROLE_CELLS) + " ", spoken().help(command));
    }
  }

  /** What a command does, in a few words. */
  public String help(String command) {
    return spoken().help(command);
  }

  /** How a command ended well. */
  public void done() {
    if (manner.terse()) {
      line.write("OK");
    }
  }

  /** How it ended otherwise. */
  public void trouble(TroubleException trouble) {
    String text = printable(spoken().name(trouble.trouble(), trouble.facts()));
    if (manner.terse()) {
      // A program reads why by its name, people in words alone.
      String reason = trouble.trouble() == Trouble.NOT_NOW ? "(" + trouble.facts()[0] + ") " : "";
      line.write("ERR %s %s%s".formatted(trouble.trouble(), reason, Printable.row(text, true)));
    } else {
      wrapped("", text);
    }
  }

  /** A constant in words, whoever reads them. */
  public String words(Enum<?> constant) {
    return spoken().name(constant);
  }

  /** A constant in words; as it is called, for a program. */
  public String name(Enum<?> constant) {
    return manner.terse() ? constant.name() : spoken().name(constant);
  }

  public String span(Duration duration) {
    return Measured.span(duration, spoken());
  }

  /** Text of ours, to be shown elsewhere. */
  public String text(Phrase phrase, Object... facts) {
    return spoken().of(phrase, facts);
  }

  /** A technician's yes. */
  public boolean confirms(Phrase question, Object... facts)
      throws LineOverException, BrokenOffException {
    String answer = ask(Phrase.YES_OR_NO, spoken().of(question, facts));
    return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  public String ask(Phrase prompt, Object... facts) throws LineOverException, BrokenOffException {
    return line.read(printable(spoken().of(prompt, facts)) + " ");
  }

  /** An order of the technician's. */
  public String order(String prompt, Suggestions suggestions)
      throws LineOverException, BrokenOffException {
    return line.readCommand(printable(prompt), suggestions);
  }

  public char[] askSecretly(Phrase prompt, Object... facts)
      throws LineOverException, BrokenOffException {
    return line.readSecretly(printable(spoken().of(prompt, facts)) + " ");
  }

  /** Carries out what Ctrl-C breaks off. */
  public <T, E extends Exception> T interruptible(Line.Work<T, E> work)
      throws E, InterruptedException, LineOverException {
    return line.interruptible(work);
  }

  private String people(Fact fact) {
    return printable(measured.forPeople(fact, spoken()));
  }

  private String label(Fact fact) {
    String name = spoken().name(fact.subject());
    String of = printable(Constants.of(fact, spoken()));
    return of.isEmpty() ? name : name + " " + of;
  }

  private static String named(Fact fact) {
    return fact.of().isEmpty() ? fact.subject().name() : fact.subject() + ":" + fact.of();
  }

  private Words spoken() {
    Words spoken = words.get(manner.spoken());
    if (spoken == null) {
      throw new IllegalStateException("no words in " + manner.spoken());
    }
    return spoken;
  }

  private void wrapped(String head, String text) {
    String blank = " ".repeat(Cells.width(head));
    List<String> parts = Cells.rows(printable(text), room(head));
    emit((head + parts.getFirst()).stripTrailing());
    parts.stream().skip(1).forEach(part -> emit(blank + part));
  }

  /** Next to each other as far as there is room; each is broken only where it is too wide alone. */
  private void listed(String head, List<String> items) {
    int room = room(head);
    StringBuilder row = new StringBuilder();
    String before = head;
    for (String item : items) {
      boolean fits = Cells.width(row + ", " + item) < room;
      if (!row.isEmpty() && !fits) {
        wrapped(before, row + ",");
        before = " ".repeat(Cells.width(head));
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : ", ").append(item);
    }
    wrapped(before, row.toString());
  }

  private int room(String head) {
    return Math.max(Line.COLUMNS_MINIMUM / 2, line.columns() - Cells.width(head));
  }

  /** For a program: what stands in a field has no tabulator in it. */
  private void fields(String... fields) {
    emit(Arrays.stream(fields).map(this::printable).collect(Collectors.joining("\t")));
  }

  private void emit(String row) {
    rows++;
    if (rows < ROWS_MAXIMUM) {
      line.write(row);
    } else if (rows == ROWS_MAXIMUM) {
      line.write(spoken().of(Phrase.CUT));
    }
  }

  private String printable(String text) {
    String bounded = text.length() > TEXT_MAXIMUM ? text.substring(0, TEXT_MAXIMUM) : text;
    return Printable.row(bounded, manner.ascii());
  }
}
