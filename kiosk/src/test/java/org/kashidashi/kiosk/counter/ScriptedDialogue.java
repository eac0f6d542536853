package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A member of staff who follows a script, and a transcript of everything that was said. */
final class ScriptedDialogue implements Dialogue {
  /** Staff walk away instead of answering. */
  static final String QUIET = "(quiet)";

  /** What follows is scanned, not typed. */
  static final String SCAN = "(scan)";

  private static final String DEED = "(deed)";

  private final Deque<String> answers = new ArrayDeque<>();
  private final Deque<Runnable> deeds = new ArrayDeque<>();
  private final List<String> transcript = new ArrayList<>();
  private boolean lastScanned;
  private final List<char[]> secrets = new ArrayList<>();

  ScriptedDialogue say(String... lines) {
    answers.addAll(List.of(lines));
    return this;
  }

  /** Before the next question is answered, something happens beside the desk. */
  ScriptedDialogue then(Runnable deed) {
    answers.add(DEED);
    deeds.add(deed);
    return this;
  }

  @Override
  public void tell(String text) {
    transcript.addAll(List.of(text.split("\n", -1)));
  }

  @Override
  public void clear() {
    transcript.add("(screen cleared)");
  }

  /** Asked too much, it says so itself. */
  @Override
  public boolean closed() {
    return false;
  }

  @Override
  public String ask(String prompt) throws DialogueOverException {
    String answer = next(prompt);
    lastScanned = answer.startsWith(SCAN);
    String line = lastScanned ? answer.substring(SCAN.length()) : answer;
    transcript.add(prompt + line);
    return line;
  }

  @Override
  public boolean scanned() {
    return lastScanned;
  }

  @Override
  public char[] askSecretly(String prompt) throws DialogueOverException {
    String answer = next(prompt);
    transcript.add(prompt);
    char[] secret = answer.toCharArray();
    secrets.add(secret);
    return secret;
  }

  String transcript() {
    return String.join("\n", transcript) + "\n";
  }

  /** Everything was asked that the script has an answer for, and every secret was wiped. */
  void assertOver() {
    assertEquals(List.of(), List.copyOf(answers), transcript());
    secrets.forEach(
        secret -> assertEquals("\0".repeat(secret.length), new String(secret), "a secret is left"));
  }

  private String next(String prompt) throws DialogueOverException {
    while (DEED.equals(answers.peek())) {
      answers.remove();
      deeds.remove().run();
    }
    if (answers.isEmpty()) {
      throw new DialogueOverException(DialogueOverException.Reason.CLOSED);
    }
    String answer = answers.remove();
    if (answer.equals(QUIET)) {
      transcript.add(prompt + "(quiet)");
      throw new DialogueOverException(DialogueOverException.Reason.QUIET);
    }
    return answer;
  }
}
