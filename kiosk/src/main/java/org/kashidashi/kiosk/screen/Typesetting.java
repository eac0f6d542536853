package org.kashidashi.kiosk.screen;

import java.util.List;

/**
 * Measures and breaks text in half-width columns. Pure. What cannot be shown in its place (control
 * characters, right-to-left scripts) comes out as a sign that can.
 */
public interface Typesetting {
  int columns(String text);

  /** The text, cut to at most so many columns, never within a character as a person sees it. */
  String fit(String text, int columns);

  /** The text in rows of at most so many columns; its own line ends stay. */
  List<String> wrap(String text, int columns);
}
