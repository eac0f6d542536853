package org.kashidashi.kiosk.screen.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kashidashi.kiosk.screen.Choice;

/**
 * What stands where on a screen, before it is painted.
 *
 * @param warning whether the title is to catch the eye
 * @param body the rows between title and buttons
 * @param fromTop whether the body starts at the top; else it stands in the middle
 * @param labels what stands on buttons whose words come with the screen
 * @param framed whether the main button gets a second line around it
 * @param pad the ten-key beside the body, in place of buttons
 */
record Page(
    String title,
    boolean warning,
    List<Row> body,
    boolean fromTop,
    List<Choice> choices,
    Map<Choice, String> labels,
    boolean framed,
    Footer footer,
    Pad pad) {
  Page {
    body = List.copyOf(body);
    choices = List.copyOf(choices);
    labels = Map.copyOf(labels);
  }

  static Page of(String title, Body body, List<Choice> choices, Footer footer) {
    return new Page(title, false, body.rows(), false, choices, Map.of(), false, footer, Pad.NONE);
  }

  Page asWarning() {
    return new Page(title, true, body, fromTop, choices, labels, framed, footer, pad);
  }

  Page startingAtTop() {
    return new Page(title, warning, body, true, choices, labels, framed, footer, pad);
  }

  Page withMainButtonFramed(boolean frame) {
    return new Page(title, warning, body, fromTop, choices, labels, frame, footer, pad);
  }

  /** With rows above all others. */
  Page under(Body above) {
    List<Row> rows = Stream.concat(above.rows().stream(), body.stream()).toList();
    return new Page(title, warning, rows, fromTop, choices, labels, framed, footer, pad);
  }

  Page withLabels(Map<Choice, String> words) {
    return new Page(title, warning, body, fromTop, choices, words, framed, footer, pad);
  }

  Page with(Pad keys) {
    return new Page(title, warning, body, fromTop, choices, labels, framed, footer, keys);
  }

  /**
   * A ten-key; digits need no words.
   *
   * @param star what * means; empty for no ten-key at all
   * @param hash what # means
   * @param ready whether # is what comes next
   */
  record Pad(String star, String hash, boolean ready) {
    static final Pad NONE = new Pad("", "", false);

    boolean drawn() {
      return !star.isEmpty();
    }
  }

  /**
   * The last row.
   *
   * @param parts the most important first; the others are there if there is room
   * @param hint whether the text is to catch the eye
   */
  record Footer(List<String> parts, boolean hint) {
    Footer {
      parts = List.copyOf(parts);
    }

    static Footer of(String... parts) {
      return new Footer(List.of(parts), false);
    }
  }
}
