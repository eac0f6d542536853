package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Wording;

/** One of a few numbers. */
record NumberForm(List<Integer> numbers) implements Form<Integer> {
  NumberForm(Integer... numbers) {
    this(List.of(numbers));
  }

  @Override
  public Integer read(Object raw) throws UnfitValueException {
    return numbers.stream()
        .filter(number -> raw.equals(number.longValue()))
        .findFirst()
        .orElseThrow(() -> UnfitValueException.of(raw));
  }

  @Override
  public Wording allowed() {
    return Allowed.ONE_OF.with(
        numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  @Override
  public Integer example() {
    return numbers.getFirst();
  }

  @Override
  public String write(Integer value) {
    return value.toString();
  }
}
