package org.kashidashi.central.load;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.registry.LinkRecord;
import org.kashidashi.central.registry.LinkState;
import org.kashidashi.central.store.LoadTransaction;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;

/** The kinds of CSV file, with their columns. A new column goes here. */
final class CsvTables {
  static final CsvTable PATRONS = new CsvTable(
      List.of("patron", "expires", "renewal", "blocks", "residence", "loan_limit", "loan_days"),
      CsvTables::patron);
  static final CsvTable ITEMS = new CsvTable(List.of("barcode", "title", "class"), CsvTables::item);
  static final CsvTable LINKS =
      new CsvTable(List.of("kind", "identifier", "patron", "state"), CsvTables::link);
  /** The serial in hexadecimal digits, as certificates are shown. */
  static final CsvTable OLD_LINKS = new CsvTable(List.of("serial", "patron"), CsvTables::oldLink);

  static final CsvTable HOLDS = new CsvTable(List.of("item", "patron"), CsvTables::hold);
  static final CsvTable LOANS =
      new CsvTable(List.of("item", "patron", "lent_on", "due"), CsvTables::loan);

  private static final int HEXADECIMAL = 16;

  /** RFC 5280, 4.1.2.2: at most 20 octets. */
  private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,40}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** UNKNOWN is a kiosk's word: a catalogue knows. */
  private static final Set<ItemClass> CLASSES = EnumSet.complementOf(EnumSet.of(ItemClass.UNKNOWN));

  private CsvTables() {}

  private static void patron(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    into.patron(new PatronRecord(
        row.value("patron", PatronId::new),
        row.date("expires"),
        row.oneOf("renewal", EnumSet.allOf(Renewal.class)),
        row.someOf("blocks", Block.class),
        row.oneOf("residence", EnumSet.allOf(Residence.class)),
        row.optionalNumber("loan_limit", 0, LoanRules.LOAN_LIMIT_MAXIMUM),
        row.optionalNumber("loan_days", 1, LoanRules.LOAN_DAYS_MAXIMUM)));
  }

  private static void item(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    ItemBarcode barcode = row.value("barcode", ItemBarcode::new);
    if (CONTROL.matcher(row.text("title")).find()) {
      throw new BadRowException("title: holds a control character, remove it");
    }
    ItemClass itemClass = row.oneOf("class", CLASSES);
    into.item(row.value("title", title -> new Item(barcode, title, itemClass)));
  }

  private static void link(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    IdentifierKind kind = row.oneOf("kind", EnumSet.allOf(IdentifierKind.class));
    if (!LinkRecord.IDENTIFIER.matcher(row.text("identifier")).matches()) {
      throw new BadRowException("identifier: write 1 to 64 ASCII characters without blanks");
    }
    LinkState state = row.oneOf("state", EnumSet.allOf(LinkState.class));
    Optional<PatronId> patron = row.text("patron").isEmpty()
        ? Optional.empty()
        : Optional.of(row.value("patron", PatronId::new));
    PersonIdentifier person = new PersonIdentifier(kind, row.text("identifier"));
    fitting(into.link(row.value("state", _ -> new LinkRecord(person, state, patron))));
  }

  private static void oldLink(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    if (!SERIAL.matcher(row.text("serial")).matches()) {
      throw new BadRowException("serial: write 1 to 40 hexadecimal digits");
    }
    fitting(into.oldLink(
        new BigInteger(row.text("serial"), HEXADECIMAL), row.value("patron", PatronId::new)));
  }

  private static void hold(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    fitting(into.hold(row.value("item", ItemBarcode::new), row.value("patron", PatronId::new)));
  }

  private static void loan(CsvRow row, LoadTransaction into)
      throws BadRowException, StoreException {
    fitting(into.loan(
        row.value("item", ItemBarcode::new),
        row.value("patron", PatronId::new),
        row.date("lent_on"),
        row.date("due")));
  }

  private static void fitting(LoadTransaction.Fit fit) throws BadRowException {
    String problem = switch (fit) {
      case TAKEN -> "";
      case PATRON_UNKNOWN -> "patron: no such patron, add it to the patrons file";
      case ITEM_UNKNOWN -> "item: no such item, add it to the items file";
      case LINKED_TO_ANOTHER ->
        "patron: this library card has an active link already, remove one of the two";
      case ON_LOAN -> "item: on loan by another record already, remove one of the two";
    };
    if (!problem.isEmpty()) {
      throw new BadRowException(problem);
    }
  }
}
