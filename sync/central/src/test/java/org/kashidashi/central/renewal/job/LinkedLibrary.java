package org.kashidashi.central.renewal.job;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.LinkedCard;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.Rows;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.central.store.StoreSettings;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.PersonIdentifier;

/** A library in a real database whose invented patrons are all linked. */
final class LinkedLibrary implements RenewalPopulation, AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final String LINKS = "kind,identifier,patron,state\n";
  private static final RegistryRules RULES = DemoLibrary.config(Path.of(""), 0).registry();

  private final Path database;
  private CentralStore store;
  private boolean closed;

  LinkedLibrary(Path folder, List<CheckedCard> cards) throws StoreException {
    this.database = folder.resolve("central.db");
    StringBuilder patrons =
        new StringBuilder("patron,expires,renewal,blocks,residence,loan_limit,loan_days\n");
    StringBuilder linked = new StringBuilder(LINKS);
    for (int index = 0; index < cards.size(); index++) {
      CheckedCard card = cards.get(index);
      String number = patron(index).number();
      String identifier = "TEST-USER-" + index;
      patrons.append(
          "%s,%s,%s,,%s,,%n".formatted(number, card.expires(), card.renewal(), card.residence()));
      linked.append("USER_IDENTIFIER,%s,%s,ACTIVE%n".formatted(identifier, number));
    }
    this.store = open();
    load(patrons.toString(), linked.toString());
  }

  static PatronId patron(int index) {
    return new PatronId("9999%06d".formatted(index));
  }

  /** Which patron an identifier is of. */
  static int index(PersonIdentifier person) {
    return Integer.parseInt(person.value().substring("TEST-USER-".length()));
  }

  CentralStore store() {
    return store;
  }

  /** As after a power cut: what is not on the disk is gone. */
  void reopen() throws StoreException {
    close();
    store = open();
    closed = false;
  }

  @Override
  public List<LinkedCard> page(Optional<PatronId> after, int limit) throws StoreException {
    return new LinkedPopulation(store.counterLinks(RULES)).page(after, limit);
  }

  /** Every card as it is now. */
  Map<PatronId, CheckedCard> cards() throws Exception {
    Map<PatronId, CheckedCard> cards = new HashMap<>();
    for (String row :
        Rows.of(database, "SELECT patron, expires, renewal, residence FROM patrons")) {
      String[] values = row.split(" ", -1);
      cards.put(
          new PatronId(values[0]),
          new CheckedCard(
              LocalDate.parse(values[1]),
              Renewal.valueOf(values[2]),
              Residence.valueOf(values[3])));
    }
    return cards;
  }

  CheckedCard card(int index) throws Exception {
    return Optional.ofNullable(cards().get(patron(index))).orElseThrow();
  }

  List<String> rows(String query) throws Exception {
    return Rows.of(database, query);
  }

  /** Removes a patron's link, or loads it again. */
  void link(int index, boolean linked) throws StoreException {
    if (!linked) {
      execute("DELETE FROM links WHERE patron = '" + patron(index).number() + "'");
      return;
    }
    load(
        "patron,expires,renewal,blocks,residence,loan_limit,loan_days\n",
        LINKS
            + "USER_IDENTIFIER,TEST-USER-%d,%s,ACTIVE%n"
                .formatted(index, patron(index).number()));
  }

  private void load(String patrons, String links) throws StoreException {
    LoadReport report = new CsvLoad(store, LocalDate.of(2026, 11, 20))
        .load(new CsvFiles(
            file("patrons", patrons),
            file("items", "barcode,title,class\n"),
            file("links", links),
            Optional.empty(),
            Optional.empty()));
    if (report instanceof LoadReport.Refused refused) {
      throw new IllegalStateException(refused.mistakes().toString());
    }
  }

  /** What another program does meanwhile. */
  void execute(String statement) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement prepared = connection.createStatement()) {
      prepared.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  @Override
  public void close() throws StoreException {
    if (!closed) {
      closed = true;
      store.close();
    }
  }

  private CentralStore open() throws StoreException {
    return CentralStore.open(
        new StoreSettings(database, "demo", new LoanRules(ZONE, 20, 15, LendTo.ANYONE)));
  }

  private static CsvFile file(String name, String text) {
    return new CsvFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
