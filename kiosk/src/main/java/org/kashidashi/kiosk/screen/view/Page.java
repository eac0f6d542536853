package org.kashidashi.kiosk.screen.view;

import java.util.List;
import org.kashidashi.kiosk.screen.Choice;

/**
 * What stands where on a screen, before it is painted.
 *
 * @param warning whether the title is to catch the eye
 * @param body the rows between title and buttons
 * @param fromTop whether the body starts at the top; else it stands in the middle
 * @param framed whether the main button gets a second line around it
 */
record Page(
    String title,
    boolean warning,
    List<Row> body,
    boolean fromTop,
    List<Choice> choices,
    boolean framed,
    Footer footer) {
  Page {
    body = List.copyOf(body);
    choices = List.copyOf(choices);
  }

  static Page of(String title, Body body, List<Choice> choices, Footer footer) {
    return new Page(title, false, body.rows(), false, choices, false, footer);
  }

  Page asWarning() {
    return new Page(title, true, body, fromTop, choices, framed, footer);
  }

  Page startingAtTop() {
    return new Page(title, warning, body, true, choices, framed, footer);
  }

  Page withMainButtonFramed(boolean frame) {
    return new Page(title, warning, body, fromTop, choices, frame, footer);
  }

  /**
   * The last row.
   *
   * @param help 使い方, to be touched; empty where there is none
   * @param hint whether the text is to catch the eye
   */
  record Footer(String help, String text, boolean hint) {
    static Footer of(String text) {
      return new Footer("", text, false);
    }
  }
}
