package org.kashidashi.central.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;

/** Accounts of staff. */
final class StaffTable {
  private static final String BLANK = " ";

  private final Sql sql;

  StaffTable(Sql sql) {
    this.sql = sql;
  }

  /** Whether there was none of this name. */
  boolean add(StaffAccount account, String password) throws SQLException {
    return sql.update(
            "INSERT INTO staff (name, roles, password) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            account.name().name(),
            text(account.roles()),
            password)
        > 0;
  }

  /** With it go its tickets. */
  boolean remove(StaffName name) throws SQLException {
    return sql.update("DELETE FROM staff WHERE name = ?", name.name()) > 0;
  }

  boolean setPassword(StaffName name, String password) throws SQLException {
    return sql.update("UPDATE staff SET password = ? WHERE name = ?", password, name.name()) > 0;
  }

  List<StaffAccount> all() throws SQLException {
    return sql.all(
        "SELECT name, roles FROM staff ORDER BY name",
        row -> new StaffAccount(new StaffName(row.text("name")), roles(row.text("roles"))));
  }

  Optional<String> password(StaffName name) throws SQLException {
    return sql.one(
        "SELECT password FROM staff WHERE name = ?", row -> row.text("password"), name.name());
  }

  Set<StaffRole> roles(StaffName name) throws SQLException {
    return sql.one(
            "SELECT roles FROM staff WHERE name = ?", row -> roles(row.text("roles")), name.name())
        .orElse(Set.of());
  }

  private static String text(Set<StaffRole> roles) {
    return new TreeSet<>(roles).stream().map(Enum::name).collect(Collectors.joining(BLANK));
  }

  private static Set<StaffRole> roles(String text) {
    Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    Arrays.stream(text.split(BLANK, -1)).map(StaffRole::valueOf).forEach(roles::add);
    return roles;
  }
}
