package org.kashidashi.central.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** One row of an answer, read by column name. */
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  String text(String column) throws SQLException {
    return optionalText(column)
        .orElseThrow(() -> new IllegalStateException("column '%s' is empty".formatted(column)));
  }

  Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  long number(String column) throws SQLException {
    return results.getLong(column);
  }

  OptionalInt optionalNumber(String column) throws SQLException {
    int number = results.getInt(column);
    return results.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  Instant instant(String column) throws SQLException {
    return Instant.parse(text(column));
  }

  LocalDate date(String column) throws SQLException {
    return LocalDate.parse(text(column));
  }

  <E extends Enum<E>> E oneOf(String column, Class<E> values) throws SQLException {
    return Enum.valueOf(values, text(column));
  }
}
