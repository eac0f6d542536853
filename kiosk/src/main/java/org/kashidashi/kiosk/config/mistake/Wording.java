package org.kashidashi.kiosk.config.mistake;

import java.util.Arrays;
import java.util.List;

/** Something that is to be told, in no language yet. */
public sealed interface Wording {
  /** As it is in every language: a value, a key, a number. */
  record Verbatim(String text) implements Wording {}

  /**
   * What each language has its own words for.
   *
   * @param facts what the words have room for
   */
  record Phrased(Term term, List<Wording> facts) implements Wording {
    public Phrased {
      facts = List.copyOf(facts);
    }
  }

  /** The term with its facts; what is no wording is told as it is. */
  static Wording of(Term term, Object... facts) {
    return new Phrased(
        term,
        Arrays.stream(facts)
            .<Wording>map(
                fact -> fact instanceof Wording wording ? wording : new Verbatim(fact.toString()))
            .toList());
  }
}
