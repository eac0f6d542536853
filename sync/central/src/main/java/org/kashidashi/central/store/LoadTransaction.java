package org.kashidashi.central.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.OpenLoan;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.registry.LinkRecord;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** What a load may write, all of it within one transaction. What is there already is replaced. */
public final class LoadTransaction {
  /** How a row fitted to what is there. */
  public enum Fit {
    TAKEN,
    PATRON_UNKNOWN,
    ITEM_UNKNOWN,
    /** The library card is linked to somebody else. */
    LINKED_TO_ANOTHER,
    /** The item is on loan by another record. */
    ON_LOAN
  }

  private final LoanRules rules;
  private final StoreFault fault;
  private final PatronTable patrons;
  private final ItemTable items;
  private final LinkTable links;
  private final OldLinkTable oldLinks;
  private final LoanTable loans;
  private final LocalDate on;

  LoadTransaction(
      Sql sql,
      LoanRules rules,
      LinkTable links,
      OldLinkTable oldLinks,
      StoreFault fault,
      LocalDate on) {
    this.rules = rules;
    this.fault = fault;
    this.patrons = new PatronTable(sql);
    this.items = new ItemTable(sql);
    this.links = links;
    this.oldLinks = oldLinks;
    this.on = on;
    this.loans = new LoanTable(sql);
  }

  public void patron(PatronRecord patron) throws StoreException {
    try {
      patrons.put(patron);
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  public void item(Item item) throws StoreException {
    try {
      items.put(item);
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  public Fit link(LinkRecord link) throws StoreException {
    try {
      if (link.patron().isPresent()) {
        PatronId patron = link.patron().get();
        if (!patrons.knows(patron)) {
          return Fit.PATRON_UNKNOWN;
        }
        if (links.linkedToAnother(patron, link.person())) {
          return Fit.LINKED_TO_ANOTHER;
        }
      }
      links.put(link, on);
      return Fit.TAKEN;
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  /** A link of the withdrawn method, to be migrated; nothing is kept of the serial but a digest. */
  public Fit oldLink(BigInteger serial, PatronId patron) throws StoreException {
    try {
      if (!patrons.knows(patron)) {
        return Fit.PATRON_UNKNOWN;
      }
      // Migrated already: the file is from before.
      return links.ofPatron(patron).isPresent() || oldLinks.put(serial, patron)
          ? Fit.TAKEN
          : Fit.LINKED_TO_ANOTHER;
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  public Fit hold(ItemBarcode item, PatronId patron) throws StoreException {
    try {
      Fit fit = known(item, patron);
      if (fit == Fit.TAKEN) {
        items.putHold(item, patron);
      }
      return fit;
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  /** A loan that was taken in before is left as it is, even if it has ended since. */
  public Fit loan(ItemBarcode item, PatronId patron, LocalDate lentOn, LocalDate due)
      throws StoreException {
    try {
      Fit fit = known(item, patron);
      if (fit != Fit.TAKEN || loans.hasFromFile(item, lentOn)) {
        return fit;
      }
      Optional<OpenLoan> open = loans.open(item);
      if (open.isPresent()) {
        return Fit.ON_LOAN;
      }
      Instant lentAt = lentOn.atStartOfDay(rules.zone()).toInstant();
      loans.addFromFile(item, patron, lentOn, lentAt, due);
      return Fit.TAKEN;
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  private Fit known(ItemBarcode item, PatronId patron) throws SQLException {
    if (!patrons.knows(patron)) {
      return Fit.PATRON_UNKNOWN;
    }
    return items.find(item).isPresent() ? Fit.TAKEN : Fit.ITEM_UNKNOWN;
  }
}
