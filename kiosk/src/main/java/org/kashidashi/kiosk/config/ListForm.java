package org.kashidashi.kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.TomlArray;

/** Several values of one form. */
record ListForm<T>(Form<T> element, int most) implements Form<List<T>> {
  @Override
  public List<T> read(Object raw) throws UnfitValueException {
    if (!(raw instanceof TomlArray array)) {
      throw new UnfitValueException(UnfitValueException.shown(raw) + " is no list in brackets");
    }
    if (array.size() > most) {
      throw new UnfitValueException("a list of %d values is too long".formatted(array.size()));
    }
    List<T> values = new ArrayList<>();
    for (Object value : array.toList()) {
      values.add(element.read(value));
    }
    return List.copyOf(values);
  }

  @Override
  public String allowed() {
    return "a list of at most %d, each %s".formatted(most, element.allowed());
  }

  @Override
  public List<T> example() {
    return List.of();
  }

  @Override
  public String write(List<T> values) {
    return values.stream().map(element::write).collect(Collectors.joining(", ", "[", "]"));
  }
}
