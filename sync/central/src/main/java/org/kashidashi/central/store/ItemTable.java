package org.kashidashi.central.store;

import java.sql.SQLException;
import java.util.Optional;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;

/** Items, and whose hold they wait for. */
final class ItemTable {
  private final Sql sql;

  ItemTable(Sql sql) {
    this.sql = sql;
  }

  Optional<Item> find(ItemBarcode barcode) throws SQLException {
    return sql.one(
        "SELECT title, class FROM items WHERE barcode = ?",
        row -> new Item(barcode, row.text("title"), row.oneOf("class", ItemClass.class)),
        barcode.number());
  }

  /** An item that is there already is replaced. */
  void put(Item item) throws SQLException {
    sql.update("""
        INSERT INTO items (barcode, title, class) VALUES (?, ?, ?)
        ON CONFLICT (barcode) DO UPDATE SET title = excluded.title, class = excluded.class
        """, item.barcode().number(), item.title(), item.itemClass());
  }

  Optional<PatronId> heldFor(ItemBarcode item) throws SQLException {
    return sql.one(
        "SELECT patron FROM holds WHERE item = ?",
        row -> new PatronId(row.text("patron")),
        item.number());
  }

  void putHold(ItemBarcode item, PatronId patron) throws SQLException {
    sql.update("""
        INSERT INTO holds (item, patron) VALUES (?, ?)
        ON CONFLICT (item) DO UPDATE SET patron = excluded.patron
        """, item.number(), patron.number());
  }

  /** A hold that has come to wait there meanwhile stays. */
  void restoreHold(ItemBarcode item, PatronId patron) throws SQLException {
    sql.update(
        "INSERT INTO holds (item, patron) VALUES (?, ?) ON CONFLICT (item) DO NOTHING",
        item.number(),
        patron.number());
  }

  void removeHold(ItemBarcode item) throws SQLException {
    sql.update("DELETE FROM holds WHERE item = ?", item.number());
  }
}
