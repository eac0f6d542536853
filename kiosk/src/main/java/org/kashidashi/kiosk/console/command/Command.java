package org.kashidashi.kiosk.console.command;

import java.util.List;

/** Something that a technician can order. */
public interface Command {
  /** The ways in which it is given; all begin with the same word. */
  List<Form> forms();
}
