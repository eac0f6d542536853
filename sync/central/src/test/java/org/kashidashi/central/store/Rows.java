package org.kashidashi.central.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What really is in a database, for tests. */
public final class Rows {
  private Rows() {}

  /** Each row as its values with blanks between. */
  public static List<String> of(Path database, String query) throws SQLException {
    try (Connection connection = connect(database)) {
      return of(connection, query);
    }
  }

  static Connection connect(Path database) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  static List<String> of(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(query)) {
      int columns = results.getMetaData().getColumnCount();
      while (results.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(results.getString(column)));
        }
        rows.add(String.join(" ", values));
      }
    }
    return rows;
  }
}
