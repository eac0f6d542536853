package org.kashidashi.central.registry;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/**
 * The card and the library card must be one person's, as far as anybody has told the library who
 * they are: by name and birth date, since people move, and write addresses in many ways. Widths and
 * blanks differ from system to system and count for nothing.
 */
final class SamePersonRule implements PersonRule {
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person) {
    boolean other = person.oldLinkOfAnother()
        || (person.told().isPresent()
            && person.kept().isPresent()
            && !samePerson(person.told().get(), person.kept().get()));
    return other ? Optional.of(CounterRefusal.OTHER_PERSON) : Optional.empty();
  }

  static boolean samePerson(PersonDetails one, PersonDetails other) {
    return one.birthDate().equals(other.birthDate())
        && plain(one.name()).equals(plain(other.name()));
  }

  /** Whether nothing has changed that a library keeps. */
  static boolean same(PersonDetails one, PersonDetails other) {
    return samePerson(one, other) && plain(one.address()).equals(plain(other.address()));
  }

  private static String plain(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
