package org.kashidashi.kiosk.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.tomlj.TomlArray;

/** Several values of one form. */
record ListForm<T>(Form<T> element, int most) implements Form<List<T>> {
  @Override
  public List<T> read(Object raw) throws UnfitValueException {
    if (!(raw instanceof TomlArray array)) {
      throw new UnfitValueException(Problem.NO_LIST.with(UnfitValueException.shown(raw)));
    }
    if (array.size() > most) {
      throw new UnfitValueException(Problem.LIST_TOO_LONG.with(array.size()));
    }
    List<T> values = new ArrayList<>();
    for (Object value : array.toList()) {
      values.add(element.read(value));
    }
    return List.copyOf(values);
  }

  @Override
  public Wording allowed() {
    return Allowed.LIST.with(most, element.allowed());
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
