package org.kashidashi.sync.registry;

/**
 * What an authority calls a person towards one library. Personal.
 *
 * @param value 1 to 64 characters
 */
public record PersonIdentifier(IdentifierKind kind, String value) {
  private static final int MAXIMUM = 64;

  public PersonIdentifier {
    if (value.isEmpty() || value.length() > MAXIMUM) {
      throw new IllegalArgumentException(
          "identifier of %d characters, need 1 to %d".formatted(value.length(), MAXIMUM));
    }
  }

  @Override
  public String toString() {
    return kind.toString();
  }
}
