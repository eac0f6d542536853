package org.kashidashi.hal.driver.pcsc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of several readers is the one that patrons see: chosen by its name, never by its place in
 * the list, which changes with every plug.
 *
 * @param name a regular expression that occurs in the name
 * @param slot which kind of slot, where a reader has more than one
 */
public record ReaderRule(String name, Slot slot) {
  /** Kinds of slot, as readers name them. */
  public enum Slot {
    /** Named contactless, or not named contact. */
    CONTACTLESS,
    /** Whatever takes cards of patrons. */
    ANY
  }

  /** Slots for the reader's own key card: no patron's card ever lies there. */
  private static final Pattern SECURE_MODULE =
      Pattern.compile("\\bSAM\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTACTLESS =
      Pattern.compile("\\b(PICC|CL|contactless|NFC)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTACT =
      Pattern.compile("\\b(ICC|contact)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * @throws java.util.regex.PatternSyntaxException if the name is no regular expression
   */
  public ReaderRule {
    Pattern.compile(name);
  }

  /** Any one contactless reader. */
  public static ReaderRule anyContactless() {
    return new ReaderRule("", Slot.CONTACTLESS);
  }

  /** For people, who write * for any text and know nothing of quoting. */
  String shown() {
    String plain = name.replaceAll("\\\\[QE]", "").replace(".*", "*").replaceAll("^\\^|\\$$", "");
    return plain.isEmpty() ? "*" : plain;
  }

  /** What became of a choice. */
  sealed interface Choice {
    record Chosen(String reader) implements Choice {}

    record None(String reason) implements Choice {}
  }

  Choice choose(List<String> readers) {
    Pattern wanted = Pattern.compile(name);
    List<String> candidates = readers.stream()
        .filter(reader -> wanted.matcher(reader).find())
        .filter(reader -> !SECURE_MODULE.matcher(reader).find())
        .filter(reader -> slot == Slot.ANY || !onlyContact(reader))
        .toList();
    List<String> named =
        candidates.stream().filter(reader -> CONTACTLESS.matcher(reader).find()).toList();
    List<String> preferred = slot == Slot.CONTACTLESS && !named.isEmpty() ? named : candidates;
    return switch (preferred.size()) {
      case 0 -> new Choice.None("none of %s is a reader '%s' (%s)".formatted(readers, name, slot));
      case 1 -> new Choice.Chosen(preferred.getFirst());
      default ->
        new Choice.None("readers %s all match '%s' (%s); make the name say one of them"
            .formatted(preferred, name, slot));
    };
  }

  private static boolean onlyContact(String reader) {
    return CONTACT.matcher(reader).find() && !CONTACTLESS.matcher(reader).find();
  }
}
