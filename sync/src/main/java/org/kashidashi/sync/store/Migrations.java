package org.kashidashi.sync.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Brings a database of any earlier version up to date.
 *
 * <p>The version is {@code PRAGMA user_version}: how many of the scripts were run. Each script runs
 * in one transaction together with its number, so that a power cut leaves one version or the other.
 */
final class Migrations {
  /** In order. A released script never changes; a test holds this list to the folder. */
  static final List<String> SCRIPTS = List.of(
      "V0001__loans_outbox_and_cache.sql",
      "V0002__cancellations.sql",
      "V0003__open_sessions.sql",
      "V0004__card_keys.sql",
      "V0005__counting_without_rows.sql");

  private Migrations() {}

  /** The version that this program makes of every database. */
  static int newest() {
    return SCRIPTS.size();
  }

  static void run(Database database) throws SQLException, StoreException {
    int version = database.number("PRAGMA user_version");
    if (version > SCRIPTS.size()) {
      throw new StoreRefusedException(
          "the store has schema %d, this program knows %d; install the newer program"
              .formatted(version, SCRIPTS.size()));
    }
    for (int next = version + 1; next <= SCRIPTS.size(); next++) {
      String script = read(SCRIPTS.get(next - 1));
      String number = "PRAGMA user_version = " + next;
      database.transaction(() -> {
        database.script(script);
        database.script(number);
        return true;
      });
    }
  }

  static String read(String script) {
    try (InputStream stream = Migrations.class.getResourceAsStream(script)) {
      return new String(
          Objects.requireNonNull(stream, script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("this program's jar is damaged at " + script, e);
    }
  }
}
