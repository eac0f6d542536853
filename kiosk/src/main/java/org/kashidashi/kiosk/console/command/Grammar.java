package org.kashidashi.kiosk.console.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Line;
import org.kashidashi.kiosk.console.talk.Suggestions;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

/** Understands lines: abbreviated words, questions, and what could follow. */
public final class Grammar implements Suggestions {
  private static final Pattern WORD = Pattern.compile("\\S+");

  /** The longest part of a line that a message repeats. */
  private static final int REPEATED_MAXIMUM = 40;

  /** The most words that a message lists. */
  private static final int LISTED_MAXIMUM = 40;

  private static final int WORD_CELLS = 16;
  private static final int ENTER_CELLS = "<Enter>".length();

  private final List<Form> forms;
  private final Role role;
  private final Explainer explainer;

  /** Says in the technician's language what a command is for. */
  @FunctionalInterface
  public interface Explainer {
    String explain(String command);
  }

  /**
   * For one technician.
   *
   * @param role whose commands are offered; the others are understood, too
   */
  public Grammar(List<Form> forms, Role role, Explainer explainer) {
    this.forms = List.copyOf(forms);
    this.role = role;
    this.explainer = explainer;
  }

  /** A form that fits up to here. */
  private record Place(Form form, int index, List<String> given, String harmless) {
    /** What can come next; nothing where the form ends. */
    Stream<Token> next() {
      if (index < form.tokens().size()) {
        return Stream.of(form.tokens().get(index));
      }
      return form.tokens().getLast() instanceof Token.SomeOf more ? Stream.of(more) : Stream.of();
    }

    boolean complete() {
      return index >= form.tokens().size();
    }

    Place after(String word, boolean listed) {
      Token token = next().findFirst().orElseThrow();
      List<String> more = new ArrayList<>(given);
      if (!(token instanceof Token.Word)) {
        more.add(word);
      }
      return new Place(form, index + 1, more, listed ? (harmless + " " + word).strip() : harmless);
    }
  }

  /**
   * The meaning of a line.
   *
   * @throws TroubleException it has none
   */
  public Reading read(String line) throws TroubleException {
    if (line.isBlank()) {
      return new Reading.Nothing();
    }
    if (line.length() >= Line.LENGTH_MAXIMUM) {
      throw new TroubleException(Trouble.TOO_LONG, Integer.toString(Line.LENGTH_MAXIMUM - 1));
    }
    List<Place> places = begin(_ -> true);
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      List<Place> open = rest(places);
      if (!open.isEmpty()) {
        String rest = line.substring(words.start()).strip();
        if (!rest.isEmpty()) {
          places = open.stream().map(place -> place.after(rest, false)).toList();
        }
        break;
      }
      if (words.end() == line.length() && words.group().endsWith("?")) {
        return new Reading.Question(line.substring(0, line.length() - 1));
      }
      places = step(places, words.group());
    }
    return order(places);
  }

  private Reading order(List<Place> places) throws TroubleException {
    Place place = places.stream()
        .filter(Place::complete)
        .findFirst()
        .orElseThrow(() -> new TroubleException(Trouble.INCOMPLETE, listed(expected(places))));
    return new Reading.Order(place.form(), List.copyOf(place.given()), place.harmless());
  }

  @Override
  public List<String> words(String typed) {
    String last = last(typed);
    try {
      List<Place> places = walk(typed.substring(0, typed.length() - last.length()));
      return places.stream()
          .flatMap(Place::next)
          .flatMap(token -> token.words().stream())
          .filter(word -> word.startsWith(last.toLowerCase(Locale.ROOT)))
          .distinct()
          .sorted()
          .toList();
    } catch (TroubleException nothingFits) {
      return List.of();
    }
  }

  @Override
  public List<String> explain(String typed) {
    String last = last(typed);
    String before = typed.substring(0, typed.length() - last.length());
    try {
      List<Place> places = walk(before);
      if (!rest(places).isEmpty() && !last.isEmpty()) {
        return List.of();
      }
      List<String> rows = new ArrayList<>();
      for (String word : words(typed)) {
        String padded = word + " ".repeat(Math.max(0, WORD_CELLS - word.length()));
        rows.add("  " + padded + " " + explained(places, word));
      }
      places.stream()
          .flatMap(Place::next)
          .filter(token -> token.words().isEmpty())
          .map(Token::shown)
          .distinct()
          .forEach(shown -> rows.add("  " + shown));
      if (last.isEmpty() && places.stream().anyMatch(Place::complete)) {
        rows.add("  <Enter>" + " ".repeat(WORD_CELLS - ENTER_CELLS) + " " + ended(places));
      }
      return rows.stream().map(String::stripTrailing).toList();
    } catch (TroubleException nothingFits) {
      return List.of();
    }
  }

  /** What a word does there; empty where it is only one of many values. */
  private String explained(List<Place> places, String word) {
    return places.stream()
        .filter(place -> place.next().anyMatch(token -> token.words().contains(word)))
        .map(place -> (place.harmless() + " " + word).strip())
        .filter(name -> !name.contains(" ") || named(name))
        .findFirst()
        .map(explainer::explain)
        .orElse("");
  }

  private boolean named(String name) {
    return forms.stream().anyMatch(form -> form.name().equals(name));
  }

  /** What the line does as it stands. */
  private String ended(List<Place> places) {
    return places.stream()
        .filter(Place::complete)
        .findFirst()
        .map(place -> explainer.explain(place.form().name()))
        .orElse("");
  }

  private static String last(String typed) {
    return typed.substring(typed.lastIndexOf(' ') + 1);
  }

  private List<Place> walk(String typed) throws TroubleException {
    List<Place> places = begin(form -> role.allows(form.role()));
    Matcher words = WORD.matcher(typed);
    while (words.find() && rest(places).isEmpty()) {
      places = step(places, words.group());
    }
    return places;
  }

  private List<Place> begin(Predicate<Form> which) {
    return forms.stream()
        .filter(which)
        .map(form -> new Place(form, 0, List.of(), ""))
        .toList();
  }

  private static List<Place> rest(List<Place> places) {
    return places.stream()
        .filter(place -> place.next().anyMatch(Token.Rest.class::isInstance))
        .toList();
  }

  private static List<Place> step(List<Place> places, String typed) throws TroubleException {
    String lower = typed.toLowerCase(Locale.ROOT);
    TreeSet<String> fitting = places.stream()
        .flatMap(Place::next)
        .flatMap(token -> token.words().stream())
        .filter(word -> word.startsWith(lower))
        .collect(Collectors.toCollection(TreeSet::new));
    if (fitting.contains(lower) || fitting.size() == 1) {
      String word = fitting.contains(lower) ? lower : fitting.first();
      return places.stream()
          .filter(place -> place.next().anyMatch(token -> token.words().contains(word)))
          .map(place -> place.after(word, true))
          .toList();
    }
    if (fitting.size() > 1) {
      throw new TroubleException(Trouble.AMBIGUOUS, repeated(typed), listed(fitting.stream()));
    }
    List<Place> free = places.stream()
        .filter(place -> place.next().anyMatch(token -> token.takes(typed)))
        .map(place -> place.after(typed, false))
        .toList();
    if (free.isEmpty()) {
      throw new TroubleException(Trouble.UNKNOWN_WORD, repeated(typed), listed(expected(places)));
    }
    return free;
  }

  /** What could stand there: the words, and what is no word of a list. */
  private static Stream<String> expected(List<Place> places) {
    return places.stream()
        .flatMap(Place::next)
        .flatMap(
            token -> token.words().isEmpty() ? Stream.of(token.shown()) : token.words().stream())
        .distinct()
        .sorted(Comparator.naturalOrder());
  }

  private static String listed(Stream<String> words) {
    String list = words.limit(LISTED_MAXIMUM).collect(Collectors.joining(", "));
    return list.isEmpty() ? "<Enter>" : list;
  }

  private static String repeated(String typed) {
    return typed.length() > REPEATED_MAXIMUM ? typed.substring(0, REPEATED_MAXIMUM) : typed;
  }
}
