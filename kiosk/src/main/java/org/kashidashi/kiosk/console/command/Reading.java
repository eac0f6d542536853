package org.kashidashi.kiosk.console.command;

import java.util.List;

/** What a line turned out to mean. */
public sealed interface Reading {
  /** Nothing was typed. */
  record Nothing() implements Reading {}

  /** What can follow is asked for. */
  record Question(String before) implements Reading {}

  /**
   * A command.
   *
   * @param given where the form leaves a choice
   * @param harmless its words without what only the technician chose
   */
  record Order(Form form, List<String> given, String harmless) implements Reading {}
}
