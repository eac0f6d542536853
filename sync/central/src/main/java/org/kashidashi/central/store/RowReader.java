package org.kashidashi.central.store;

import java.sql.SQLException;

/** Makes a value of a row. */
interface RowReader<T> {
  T read(Row row) throws SQLException;
}
