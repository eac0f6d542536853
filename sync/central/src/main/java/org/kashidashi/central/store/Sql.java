package org.kashidashi.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs statements on one connection; values never become part of a statement's text. */
final class Sql {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  int update(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, values);
      return prepared.executeUpdate();
    }
  }

  <T> List<T> all(String query, RowReader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(query)) {
      bind(prepared, values);
      try (ResultSet results = prepared.executeQuery()) {
        Row row = new Row(results);
        List<T> found = new ArrayList<>();
        while (results.next()) {
          found.add(reader.read(row));
        }
        return found;
      }
    }
  }

  /** At most one row: the query asks by a key. */
  <T> Optional<T> one(String query, RowReader<T> reader, Object... values) throws SQLException {
    List<T> found = all(query, reader, values);
    assert found.size() <= 1 : "a key found %d rows".formatted(found.size());
    return found.stream().findFirst();
  }

  private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
    for (int index = 0; index < values.length; index++) {
      bind(prepared, index + 1, values[index]);
    }
  }

  private static void bind(PreparedStatement prepared, int place, Object value)
      throws SQLException {
    switch (value) {
      case Optional<?> optional when optional.isPresent() -> bind(prepared, place, optional.get());
      case OptionalInt number when number.isPresent() -> prepared.setInt(place, number.getAsInt());
      case Optional<?> _ -> prepared.setNull(place, Types.VARCHAR);
      case OptionalInt _ -> prepared.setNull(place, Types.INTEGER);
      case Integer number -> prepared.setInt(place, number);
      case Long number -> prepared.setLong(place, number);
      case Enum<?> constant -> prepared.setString(place, constant.name());
      // Text, and dates and instants, whose text form is the one that is stored.
      default -> prepared.setString(place, value.toString());
    }
  }
}
