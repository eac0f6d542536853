package org.kashidashi.kiosk.console.talk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** A line on which everything that is typed is known before; then it is hung up. */
public final class ScriptedLine implements Line {
  private final Deque<UnaryOperator<List<String>>> typed = new ArrayDeque<>();
  private final List<String> shown = new ArrayList<>();

  public ScriptedLine type(String... lines) {
    for (String line : lines) {
      typed.add(_ -> List.of(line));
    }
    return this;
  }

  /** Types what follows from what was shown until then. */
  public ScriptedLine answer(UnaryOperator<List<String>> answer) {
    typed.add(answer);
    return this;
  }

  public List<String> shown() {
    return List.copyOf(shown);
  }

  @Override
  public int columns() {
    return 200;
  }

  @Override
  public String read(String prompt) throws LineOverException {
    shown.add(prompt);
    if (typed.isEmpty()) {
      throw new LineOverException(LineOverException.Reason.HUNG_UP);
    }
    String line = typed.remove().apply(shown()).getFirst();
    if (line.equals("<silence>")) {
      throw new LineOverException(LineOverException.Reason.IDLE);
    }
    return line;
  }

  @Override
  public String readCommand(String prompt, Suggestions suggestions) throws LineOverException {
    return read(prompt);
  }

  @Override
  public char[] readSecretly(String prompt) throws LineOverException {
    return read(prompt).toCharArray();
  }

  @Override
  public void write(String row) {
    shown.add(row);
  }

  @Override
  public void silent(boolean silent) {
    shown.add("silent " + silent);
  }

  @Override
  public void patience(Duration patience) {
    shown.add("patience " + patience);
  }

  @Override
  public void forget() {
    shown.add("forgotten");
  }

  @Override
  public <T, E extends Exception> T interruptible(Work<T, E> work) throws E, InterruptedException {
    return work.run();
  }
}
