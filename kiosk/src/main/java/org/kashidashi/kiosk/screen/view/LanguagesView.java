package org.kashidashi.kiosk.screen.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Texts;

/** The languages, each in its own words. */
record LanguagesView(Texts texts, Catalogue catalogue, Footers footers) {
  Page page(Screen.Languages screen, Layout layout) {
    List<String> names = screen.shown().stream()
        .map(language -> catalogue.of(language).of(Message.LANGUAGES_NAME))
        .toList();
    Map<Choice, String> labels = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      labels.put(screen.choices().get(i), names.get(i));
    }
    Body body = layout.body();
    screen.shown().stream()
        .map(language -> catalogue.of(language).of(Message.LANGUAGES_CHOOSE))
        .forEach(body::lead);
    return Page.of(
            texts.of(Message.LANGUAGES_TITLE),
            body,
            screen.choices(),
            Page.Footer.of(footers.seconds(screen.secondsLeft())))
        .withLabels(labels);
  }
}
