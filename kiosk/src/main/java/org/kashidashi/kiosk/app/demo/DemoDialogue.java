package org.kashidashi.kiosk.app.demo;

import org.kashidashi.kiosk.counter.Dialogue;
import org.kashidashi.kiosk.counter.DialogueOverException;

/** A dialogue in which lines that begin with a colon are worked on the simulated devices instead. */
final class DemoDialogue implements Dialogue {
  private static final String MARK = ":";

  private final Dialogue dialogue;
  private final Devices devices;
  private boolean lettered;

  /** What the letters behind the colon stand for. */
  @FunctionalInterface
  interface Devices {
    /**
     * Does what a letter stands for.
     *
     * @return what is to be told, or what is typed instead where it does not begin with a colon
     */
    String work(String letter);
  }

  DemoDialogue(Dialogue dialogue, Devices devices) {
    this.dialogue = dialogue;
    this.devices = devices;
  }

  @Override
  public void tell(String text) {
    dialogue.tell(text);
  }

  /** Whoever tries it out must not lose what the letters stand for. */
  @Override
  public void clear() {
    dialogue.clear();
    dialogue.tell(devices.work(""));
  }

  @Override
  public boolean closed() {
    return dialogue.closed();
  }

  @Override
  public String ask(String prompt) throws DialogueOverException {
    while (true) {
      String line = dialogue.ask(prompt);
      lettered = line.startsWith(MARK);
      if (!lettered) {
        return line;
      }
      String answer = devices.work(line.substring(MARK.length()).strip());
      if (!answer.startsWith(MARK)) {
        dialogue.tell(prompt + answer);
        return answer;
      }
      dialogue.tell(answer);
    }
  }

  /** Here, a letter stands for the scanner. */
  @Override
  public boolean scanned() {
    return lettered;
  }

  @Override
  public char[] askSecretly(String prompt) throws DialogueOverException {
    return dialogue.askSecretly(prompt);
  }
}
