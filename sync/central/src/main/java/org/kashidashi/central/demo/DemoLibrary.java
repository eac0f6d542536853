package org.kashidashi.central.demo;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.secret.PasswordHash;

/** An invented library of a few patrons and items, as of 2026-11-20. */
public final class DemoLibrary {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
  private static final int LOAN_LIMIT = 30;
  private static final int LOAN_DAYS = 15;
  private static final int CARD_DIGITS = 10;

  private DemoLibrary() {}

  /**
   * How the library is set up.
   *
   * @param folder where the database is made; it must be there
   * @param port 0 for any that is free
   */
  public static CentralConfig config(Path folder, int port) {
    return new CentralConfig(
        new CentralConfig.Library("demo", "見本市立図書館"),
        new CentralConfig.Listen("127.0.0.1", port),
        folder.resolve("central.db"),
        new LoanRules(ZONE, LOAN_LIMIT, LOAN_DAYS, LendTo.ANYONE),
        Optional.empty(),
        LibraryRules.usual(LendTo.ANYONE),
        Optional.empty(),
        CentralConfig.Counters.usual());
  }

  /**
   * The library with TLS, so that kiosks authenticate.
   *
   * @param host an address of this machine
   * @param names by which kiosks call central: DNS names and literal addresses
   */
  public static CentralConfig securedConfig(
      Path folder, String host, int port, List<String> names) {
    CentralConfig plain = config(folder, port);
    Path authority = CentralConfig.authorityBeside(plain.database());
    return new CentralConfig(
        plain.library(),
        new CentralConfig.Listen(host, port),
        plain.database(),
        plain.loan(),
        Optional.of(new CentralConfig.Tls(names, authority)),
        plain.rules(),
        plain.authority(),
        plain.counters());
  }

  /**
   * The library with counters: it keeps name, address and birth date, gives out library cards, and
   * lets old links be loaded.
   *
   * @param folder where the database is made; it must be there
   * @param port 0 for any that is free
   */
  public static CentralConfig counterConfig(Path folder, int port) {
    CentralConfig plain = config(folder, port);
    LibraryRules usual = plain.rules();
    LibraryRules rules = new LibraryRules(
        usual.linkTo(),
        usual.lendTo(),
        usual.reissue(),
        usual.identifier(),
        usual.myKeyMade(),
        EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE),
        usual.validity());
    return new CentralConfig(
        plain.library(),
        plain.listen(),
        plain.database(),
        plain.loan(),
        plain.tls(),
        rules,
        plain.authority(),
        new CentralConfig.Counters(
            plain.counters().sites(),
            Optional.of(new CardSeries("99999", CARD_DIGITS, CheckDigit.M10W21_SPLIT)),
            true,
            plain.counters().auditMonths()));
  }

  /** Makes an account of staff in the library's database; one of this name keeps its password. */
  public static void addStaff(
      CentralConfig config, StaffName name, char[] password, Set<StaffRole> roles)
      throws StoreException {
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      store
          .staff()
          .add(
              new StaffAccount(name, roles),
              PasswordHash.of(password, new SecureRandom()),
              AS_OF.atStartOfDay(ZONE).toInstant());
    }
  }

  /** Loads one link of the withdrawn method, to be migrated; its certificate is nobody's. */
  public static void addOldLink(CentralConfig config, PatronId patron) throws StoreException {
    byte[] csv =
        "serial,patron\n0FF0,%s\n".formatted(patron.number()).getBytes(StandardCharsets.US_ASCII);
    CsvFile file = new CsvFile("old links", () -> new ByteArrayInputStream(csv));
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      switch (new CsvLoad(store, AS_OF).loadOldLinks(file)) {
        case LoadReport.Loaded _ -> {}
        case LoadReport.Refused refused ->
          throw new IllegalStateException("demo library: " + refused.mistakes());
      }
    }
  }

  /** Loads the library into its database; a second time changes nothing. */
  public static void load(CentralConfig config) throws StoreException {
    CsvFiles files = new CsvFiles(
        source("patrons.csv"),
        source("items.csv"),
        source("links.csv"),
        Optional.of(source("holds.csv")),
        Optional.of(source("loans.csv")));
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      switch (new CsvLoad(store, AS_OF).load(files)) {
        case LoadReport.Loaded _ -> {}
        case LoadReport.Refused refused ->
          throw new IllegalStateException("demo library: " + refused.mistakes());
      }
    }
  }

  /** Loads the library and starts its central. The caller closes. */
  public static CentralServer start(Path folder, int port, Clock clock)
      throws StoreException, ListenException {
    CentralConfig config = config(folder, port);
    load(config);
    return CentralServer.start(config, clock);
  }

  /**
   * As {@link #start}, with TLS: {@link CentralServer#enrolmentCode} lets a kiosk in.
   *
   * @param host an address of this machine
   * @param names by which kiosks call central: DNS names and literal addresses
   */
  public static CentralServer startSecured(
      Path folder, String host, int port, List<String> names, Clock clock)
      throws StoreException, ListenException {
    CentralConfig config = securedConfig(folder, host, port, names);
    load(config);
    return CentralServer.start(config, clock);
  }

  private static CsvFile source(String name) {
    return new CsvFile(name, () -> {
      InputStream stream = DemoLibrary.class.getResourceAsStream(name);
      if (stream == null) {
        throw new FileNotFoundException("%s is missing from the jar".formatted(name));
      }
      return stream;
    });
  }
}
