package org.kashidashi.sync.store;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How values without a type of their own in SQLite are written into columns. */
final class Columns {
  private Columns() {}

  /** Names with commas between, in the order of the enum. */
  static <E extends Enum<E>> String names(Set<E> values) {
    return values.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static <E extends Enum<E>> Set<E> values(Class<E> type, String names)
      throws StoreDamagedException {
    EnumSet<E> values = EnumSet.noneOf(type);
    for (String name : names.split(",", -1)) {
      if (!name.isEmpty()) {
        values.add(value(type, name));
      }
    }
    return values;
  }

  static <E extends Enum<E>> E value(Class<E> type, String name) throws StoreDamagedException {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new StoreDamagedException(
        "column holds '%s', which is no %s; keep the file and call a technician"
            .formatted(name, type.getSimpleName()));
  }
}
