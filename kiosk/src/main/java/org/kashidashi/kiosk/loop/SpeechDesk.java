package org.kashidashi.kiosk.loop;

import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.Utterance;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.screen.view.SpeechScript;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/**
 * Lets every screen be said while a patron wants that: once, and what is new of it afterwards.
 *
 * <p>State is confined to the session thread.
 */
public final class SpeechDesk {
  private final SpeechScript script;
  private final SpeechOutput speech;
  private Optional<Heard> heard = Optional.empty();

  /** What was shown last, and how it was said. */
  private record Heard(
      Screen screen, Language language, boolean practice, int page, List<Spoken> whole) {}

  public SpeechDesk(SpeechScript script, SpeechOutput speech) {
    this.script = script;
    this.speech = speech;
  }

  /**
   * A screen is shown.
   *
   * @param page of the panel; whoever turns it hears the screen again
   */
  public void shown(Screen screen, Preferences preferences, boolean practice, int page) {
    if (!preferences.speech()) {
      if (heard.isPresent()) {
        speech.hush();
      }
      heard = Optional.empty();
      return;
    }
    Language language = preferences.language();
    Heard now =
        new Heard(screen, language, practice, page, script.whole(screen, language, practice));
    say(heard
        .filter(before -> alike(before, now))
        .map(before -> news(before, now))
        .orElse(now.whole()));
    heard = Optional.of(now);
  }

  /** Whether only what is new has to be said. */
  private static boolean alike(Heard before, Heard now) {
    return before.language() == now.language()
        && before.practice() == now.practice()
        && before.page() == now.page()
        && before.screen().getClass() == now.screen().getClass();
  }

  private List<Spoken> news(Heard before, Heard now) {
    if (before.screen() instanceof Screen.Lending earlier
        && now.screen() instanceof Screen.Lending later) {
      return script.change(earlier, later, now.language());
    }
    boolean counts =
        now.screen() instanceof Screen.StillThere || before.whole().equals(now.whole());
    if (!counts) {
      return SpeechScript.news(before.whole(), now.whole());
    }
    return before.screen().equals(now.screen())
        ? List.of()
        : script.countdown(now.screen(), now.language());
  }

  private void say(List<Spoken> news) {
    if (!news.isEmpty()) {
      speech.say(new Utterance(news.stream()
          .map(spoken -> new Utterance.Phrase(spoken.text(), spoken.language().tag()))
          .toList()));
    }
  }
}
