package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.Entry;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;

/**
 * What is said of a screen, from the same page that is drawn of it. Pure.
 *
 * <p>Speech knows no panel: a screen is said as a whole, however many pages it has to be drawn on.
 */
public final class SpeechScript {
  /** A minute or two; nobody keeps more of a list in mind. */
  private static final int CHARACTERS_MAXIMUM = 1_500;

  /** The seconds at which a warning says how long is left. */
  private static final Set<Integer> SAID_SECONDS = Set.of(30, 20, 10);

  /** What was lent takes a while to say, and is not cut short for an earlier one. */
  private static final Set<Integer> LAST_SECONDS = Set.of(10);

  private final Catalogue catalogue;
  private final Site site;

  /** What is said in one language, by whom, and from which pages. */
  private record Voice(Language language, Texts texts, Pages pages, Pronunciation pronunciation) {
    String sentence(String row) {
      return pronunciation.sentence(row);
    }

    Spoken say(List<String> sentences) {
      return new Spoken(String.join("\n", sentences), language);
    }
  }

  public SpeechScript(Catalogue catalogue, Site site) {
    this.catalogue = catalogue.spoken();
    this.site = site;
  }

  /**
   * All of a screen: title, text, buttons with their keys, the keys that mean the same everywhere.
   * The same at any second, a warning's own seconds aside.
   *
   * @param practice whether to say that nothing is lent
   */
  public List<Spoken> whole(Screen screen, Language language, boolean practice) {
    Voice voice = voice(language);
    Layout layout = Layout.spoken();
    Page plain = voice.pages().of(screen, layout);
    Page page =
        practice ? plain.under(layout.body().hint(voice.texts().of(Message.PRACTICE_BAND))) : plain;
    return screen instanceof Screen.Languages languages
        ? languages(voice, languages, page)
        : List.of(voice.say(Stream.of(
                List.of(voice.sentence(page.title())),
                body(voice, page),
                keys(voice, screen, page, 0))
            .flatMap(List::stream)
            .filter(sentence -> !sentence.isEmpty())
            .toList()));
  }

  /**
   * What is new on a screen that was said before: its new sentences, or all of it where its title is
   * another one.
   */
  public static List<Spoken> news(List<Spoken> before, List<Spoken> now) {
    if (before.size() != 1 || now.size() != 1) {
      return now;
    }
    List<String> old = before.getFirst().text().lines().toList();
    List<String> all = now.getFirst().text().lines().toList();
    List<String> added =
        all.stream().filter(sentence -> !old.contains(sentence)).toList();
    return added.isEmpty() || added.contains(all.getFirst())
        ? now
        : List.of(new Spoken(String.join("\n", added), now.getFirst().language()));
  }

  /**
   * What became of a scan, and of the buttons with it; the rest of the list was said before. Empty if
   * there is nothing new.
   */
  public List<Spoken> change(Screen.Lending before, Screen.Lending now, Language language) {
    Voice voice = voice(language);
    List<String> sentences = new ArrayList<>();
    List<Entry> changed = new ArrayList<>(now.entries());
    changed.removeAll(before.entries());
    if (!changed.isEmpty()) {
      sentences.addAll(newest(voice, changed.getLast()));
    } else if (now.notice() != before.notice() && now.notice() != Notice.NONE) {
      sentences.add(voice.sentence(voice.texts().of(now.notice())));
    } else if (now.ways() != before.ways() && now.ways() == Screen.Lending.Ways.ENDING) {
      sentences.add(voice.sentence(voice.texts().of(Message.LENDING_ENDING)));
    }
    if (now.offline() && !before.offline()) {
      sentences.add(voice.sentence(voice.texts().of(Message.LENDING_OFFLINE)));
    }
    // While a scan is on its way a button may go and come back, which is no news.
    boolean otherButtons = now.ways() != before.ways()
        || (before.waiting() == 0 && now.waiting() == 0 && !now.choices().equals(before.choices()));
    if (otherButtons && !now.choices().isEmpty()) {
      sentences.addAll(keys(voice, now, voice.pages().of(now, Layout.spoken()), 0));
    }
    return sentences.isEmpty() ? List.of() : List.of(voice.say(sentences));
  }

  /** How long is left, and how to go on or out; empty but at a few seconds of few screens. */
  public List<Spoken> countdown(Screen screen, Language language) {
    OptionalInt left = secondsToSay(screen);
    if (left.isEmpty()) {
      return List.of();
    }
    Voice voice = voice(language);
    List<String> sentences = new ArrayList<>();
    sentences.add(voice.sentence(voice.texts().of(Message.SPEECH_SECONDS, left.getAsInt())));
    sentences.addAll(buttons(voice, screen, voice.pages().of(screen, Layout.spoken()), 0));
    return List.of(voice.say(sentences));
  }

  /** Other screens count as well, but are followed by a warning. */
  private static OptionalInt secondsToSay(Screen screen) {
    if (screen instanceof Screen.StillThere asking && SAID_SECONDS.contains(asking.secondsLeft())) {
      return OptionalInt.of(asking.secondsLeft());
    }
    return screen instanceof Screen.Finished finished
            && LAST_SECONDS.contains(finished.secondsLeft())
        ? OptionalInt.of(finished.secondsLeft())
        : OptionalInt.empty();
  }

  private static List<String> body(Voice voice, Page page) {
    List<String> sentences = new ArrayList<>();
    int characters = 0;
    List<String> rows = rows(page);
    for (int i = 0; i < rows.size(); i++) {
      String next = i + 1 < rows.size() ? rows.get(i + 1) : "";
      String sentence = voice.pronunciation().sentence(rows.get(i), next);
      characters += sentence.length();
      if (!sentence.isEmpty() && characters <= CHARACTERS_MAXIMUM) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /** What repeats in other words has been said. */
  private static List<String> rows(Page page) {
    Stream<String> body = page.body().stream()
        .filter(row -> row.kind() != Row.Kind.REPEAT && row.kind() != Row.Kind.STAFF)
        .map(SpeechScript::text);
    return Stream.concat(body, page.footer().parts().stream()).toList();
  }

  private static String text(Row row) {
    return String.join(" ", row.pieces().stream().map(Row.Piece::text).toList());
  }

  private static List<String> newest(Voice voice, Entry entry) {
    int columns = Layout.spoken().body().columns();
    List<Row> rows = new Listing(voice.texts()).rows(List.of(entry), columns);
    return rows.stream().map(row -> voice.sentence(text(row))).toList();
  }

  /** The list itself in the voice of each language, and the rest in that of the machine. */
  private List<Spoken> languages(Voice voice, Screen.Languages screen, Page page) {
    List<Spoken> spoken = new ArrayList<>();
    spoken.add(voice.say(List.of(voice.sentence(page.title()))));
    List<Language> shown = screen.shown();
    for (int i = 0; i < shown.size(); i++) {
      Voice own = voice(shown.get(i));
      spoken.add(own.say(List.of(
          own.sentence(own.texts().of(Message.LANGUAGES_CHOOSE)), button(own, screen, page, i))));
    }
    spoken.add(voice.say(keys(voice, screen, page, shown.size())));
    return List.copyOf(spoken);
  }

  private static List<String> keys(Voice voice, Screen screen, Page page, int from) {
    Texts texts = voice.texts();
    if (screen instanceof CounterScreen.PinPad pad) {
      // Every other key is a digit there, which is never said.
      return List.of(
          key(voice, texts.of(Message.SPEECH_HASH), texts.label(Choice.CONFIRM)),
          key(voice, texts.of(Message.SPEECH_STAR), texts.label(pad.star())));
    }
    List<String> sentences = new ArrayList<>(buttons(voice, screen, page, from));
    List<Choice> choices = page.choices();
    if (choices.contains(Choice.NEXT)) {
      sentences.add(key(voice, "9", texts.label(Choice.NEXT)));
    }
    first(choices, Choice.Way.OUT).forEach(way -> sentences.add(key(voice, "0", texts.label(way))));
    first(choices, Choice.Way.ON)
        .forEach(way -> sentences.add(key(voice, texts.of(Message.SPEECH_HASH), texts.label(way))));
    if (screen.helpOffered()) {
      sentences.add(key(voice, texts.of(Message.SPEECH_STAR), texts.label(Choice.HELP)));
    }
    sentences.add(key(voice, "8", texts.of(Message.SPEECH_OFF)));
    return sentences;
  }

  /** At most one. */
  private static List<Choice> first(List<Choice> choices, Choice.Way way) {
    return choices.stream().filter(choice -> choice.way() == way).limit(1).toList();
  }

  private static String key(Voice voice, String key, String label) {
    return voice.sentence(voice.texts().of(Message.SPEECH_KEY, key, label));
  }

  /** Those that have a number key, from this one on. */
  private static List<String> buttons(Voice voice, Screen screen, Page page, int from) {
    List<String> sentences = new ArrayList<>();
    int numbered = Math.min(screen.choices().size(), Screen.NUMBERED_MAXIMUM);
    for (int i = from; i < numbered; i++) {
      sentences.add(button(voice, screen, page, i));
    }
    return sentences;
  }

  private static String button(Voice voice, Screen screen, Page page, int index) {
    Choice choice = screen.choices().get(index);
    String label = page.labels().getOrDefault(choice, voice.texts().label(choice));
    return voice.sentence(voice.texts().of(Message.SPEECH_BUTTON, index + 1, label));
  }

  private Voice voice(Language language) {
    Texts texts = catalogue.of(language);
    return new Voice(
        language, texts, new Pages(texts, catalogue, site), new Pronunciation(texts, language));
  }
}
