package org.kashidashi.kiosk.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.command.Commands;
import org.kashidashi.kiosk.console.command.Grammar;
import org.kashidashi.kiosk.console.command.Reading;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.Line;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.Suggestions;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Has any bytes read as a line: each means one thing, or is refused. For the fuzzer. */
public final class LineFuzz {
  private static final Grammar GRAMMAR = grammar();

  private LineFuzz() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] octets) {
    String line = new String(octets, StandardCharsets.UTF_8);
    String typed =
        line.length() > Line.LENGTH_MAXIMUM ? line.substring(0, Line.LENGTH_MAXIMUM) : line;
    GRAMMAR.words(typed).forEach(word -> require(!word.isEmpty(), "an empty word"));
    require(GRAMMAR.explain(typed).size() < 100, "an endless explanation");
    try {
      switch (GRAMMAR.read(typed)) {
        case Reading.Nothing() -> require(typed.isBlank(), "nothing is meant by something");
        case Reading.Question(String before) ->
          require(before.length() < typed.length(), "a question without its mark");
        case Reading.Order order -> {
          // Repeated words may make it longer than the trail keeps, where it is cut.
          require(order.harmless().matches("[a-z0-9 ._-]+"), order.harmless());
          require(order.given().stream().noneMatch(String::isBlank), "a blank where a word is");
        }
      }
    } catch (TroubleException refused) {
      require(refused.trouble().name().matches("[A-Z_]{1,40}"), "a code that is none");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }

  private static Grammar grammar() {
    SimulatedMachine machine = new SimulatedMachine(Duration.ZERO);
    Talk talk = new Talk(new NoLine(), ZoneOffset.UTC, new Manner(Tongue.EN, true, false));
    Bench bench = new Bench(
        talk,
        new Bench.Machine(machine, machine, machine, machine, _ -> {}),
        CheapPasswords.signInWithoutDisk(),
        new Technician("yamada", Role.CONFIG));
    return new Grammar(new Commands(bench).forms(), Role.CONFIG, talk::help);
  }

  /** Nobody is there: what is only read is never answered. */
  private static final class NoLine implements Line {
    @Override
    public int columns() {
      return COLUMNS_MINIMUM;
    }

    @Override
    public String read(String prompt) {
      throw new IllegalStateException("reading asks for nothing");
    }

    @Override
    public String readCommand(String prompt, Suggestions suggestions) {
      throw new IllegalStateException("reading asks for nothing");
    }

    @Override
    public char[] readSecretly(String prompt) {
      throw new IllegalStateException("reading asks for nothing");
    }

    @Override
    public void write(String row) {
      throw new IllegalStateException("reading shows nothing");
    }

    @Override
    public void silent(boolean silent) {
      // Nothing is shown in any case.
    }

    @Override
    public void patience(Duration patience) {
      // Nobody is waited for.
    }

    @Override
    public void forget() {
      // Nothing is remembered.
    }

    @Override
    public <T, E extends Exception> T interruptible(Work<T, E> work)
        throws E, InterruptedException {
      return work.run();
    }
  }
}
