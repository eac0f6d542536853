package org.kashidashi.central.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the newest form of its tables. A change is a new file and its line here. */
final class Migrations {
  private static final List<String> FILES = List.of(
      "V0001__circulation.sql",
      "V0002__kiosks.sql",
      "V0003__repeated_enrolment.sql",
      "V0004__renewals.sql",
      "V0005__taking_back_and_closing.sql",
      "V0006__registry.sql",
      "V0007__monthly_renewals.sql",
      "V0008__registration_forms.sql",
      "V0009__audit_and_returns.sql");

  private Migrations() {}

  static int newest() {
    return FILES.size();
  }

  static int version(Connection connection) throws SQLException {
    return new Sql(connection)
        .one("PRAGMA user_version", row -> (int) row.number("user_version"))
        .orElseThrow();
  }

  /** Runs inside the caller's transaction. */
  static void run(Connection connection) throws SQLException {
    for (int version = version(connection); version < newest(); version++) {
      try (Statement statement = connection.createStatement()) {
        for (String part : text(FILES.get(version)).split(";\\s*\n", -1)) {
          if (!part.isBlank()) {
            statement.executeUpdate(part);
          }
        }
        statement.executeUpdate("PRAGMA user_version = " + (version + 1));
      }
    }
  }

  private static String text(String file) {
    try (InputStream stream = Migrations.class.getResourceAsStream("migrations/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("migration %s is missing from the jar".formatted(file));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("migration %s cannot be read".formatted(file), e);
    }
  }
}
