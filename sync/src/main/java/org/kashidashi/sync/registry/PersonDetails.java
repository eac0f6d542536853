package org.kashidashi.sync.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of a person beyond an identifier. Personal; a library takes only what it says it
 * takes.
 *
 * @param name 1 to 100 characters
 * @param address 1 to 300 characters
 * @param sex as the authority hands it over; empty where a library does not take it
 */
public record PersonDetails(String name, String address, LocalDate birthDate, Optional<Sex> sex) {
  public static final int NAME_MAXIMUM = 100;
  public static final int ADDRESS_MAXIMUM = 300;

  /** They would reach terminals, printers and files as commands. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** As the card-face application of the card tells it. */
  public enum Sex {
    MALE,
    FEMALE,
    OTHER
  }

  public PersonDetails {
    if (CONTROL.matcher(name).find() || CONTROL.matcher(address).find()) {
      throw new IllegalArgumentException("name or address holds a control character: remove it");
    }
    if (name.isBlank() || name.length() > NAME_MAXIMUM) {
      throw new IllegalArgumentException(
          "name of %d characters, need 1 to %d".formatted(name.length(), NAME_MAXIMUM));
    }
    if (address.isBlank() || address.length() > ADDRESS_MAXIMUM) {
      throw new IllegalArgumentException(
          "address of %d characters, need 1 to %d".formatted(address.length(), ADDRESS_MAXIMUM));
    }
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "person";
  }
}
