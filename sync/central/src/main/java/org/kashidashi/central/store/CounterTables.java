package org.kashidashi.central.store;

import java.time.LocalDate;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.staff.StaffStep;

/** What all work of a counter shares: the tables, the rules, and how it is written down. */
record CounterTables(
    AuditedWork work,
    Sql sql,
    LoanRules loans,
    RegistryRules rules,
    LinkTable links,
    OldLinkTable oldLinks,
    PatronTable patrons,
    PersonTable persons,
    NewCards newCards,
    TicketTable tickets,
    CounterView view) {

  static CounterTables of(
      StoreThread thread,
      Database database,
      StoreKeys keys,
      StoreSettings settings,
      RegistryRules rules) {
    Sql sql = new Sql(database.connection());
    LinkTable links = new LinkTable(sql, settings.library(), keys);
    return new CounterTables(
        new AuditedWork(thread, database, keys.digest()),
        sql,
        settings.rules(),
        rules,
        links,
        new OldLinkTable(sql, settings.library(), keys.digest()),
        new PatronTable(sql),
        new PersonTable(sql, keys.sealed()),
        new NewCards(sql, keys.digest(), rules.series()),
        new TicketTable(sql, keys.digest()),
        new CounterView(sql, settings.rules(), rules.library(), links, keys.sealed()));
  }

  /** The library's day. */
  LocalDate today(StaffStep step) {
    return loans.dayOf(step.at());
  }
}
