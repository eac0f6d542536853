package org.kashidashi.sync.registry.counter;

import java.util.Optional;
import org.kashidashi.sync.registry.PersonDetails;

/**
 * What the library keeps of a person.
 *
 * @param telephone 1 to 20 of 0-9, plus and hyphen
 */
public record PersonRecord(PersonDetails details, Optional<String> telephone) {
  /** Nothing of the person. */
  @Override
  public String toString() {
    return "person record";
  }
}
