package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;

/** Titles and classes of items that were scanned here. */
final class ItemRows {
  private static final String FIND = "SELECT title, class FROM items WHERE item = ?";

  /** A row that says the same already is left alone, so that it costs no page. */
  private static final String REMEMBER =
      "INSERT INTO items (item, title, class, seen) VALUES (?, ?, ?, ?) ON CONFLICT (item) DO UPDATE"
          + " SET title = excluded.title, class = excluded.class, seen = excluded.seen"
          + " WHERE title <> excluded.title OR class <> excluded.class OR seen <> excluded.seen";

  private final Database database;

  ItemRows(Database database) {
    this.database = database;
  }

  Optional<Item> find(ItemBarcode barcode) throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(FIND);
    statement.setString(1, barcode.number());
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new Item(barcode, row.getString(1), Columns.value(ItemClass.class, row.getString(2))));
    }
  }

  void remember(Item item, Instant now) throws SQLException {
    PreparedStatement statement = database.statement(REMEMBER);
    statement.setString(1, item.barcode().number());
    statement.setString(2, item.title());
    statement.setString(3, item.itemClass().name());
    statement.setLong(4, TimeUnit.SECONDS.toDays(now.getEpochSecond()));
    statement.executeUpdate();
  }
}
