package org.kashidashi.kiosk.console.talk;

import java.util.List;

/** What can stand in a command that is being typed. */
public interface Suggestions {
  /** The words that could stand at the end of what was typed; they begin as its last word does. */
  List<String> words(String typed);

  /** What can follow what was typed, a row each, for people. */
  List<String> explain(String typed);
}
