package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.TestAuthority;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.AuthorityScope;
import org.kashidashi.kiosk.identity.TrustImport;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/**
 * An invented library in a folder: its central system, its card holders, and the configuration of
 * one kiosk.
 */
public final class DemoStation implements AutoCloseable {
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  /** The day on which the invented library's dates make sense. */
  public static final Instant TODAY = Instant.parse("2026-11-20T05:05:00Z");

  /** What the kiosk inherits; one that is in the folder before is kept. */
  public static final String LIBRARY_FILE = "library.toml";

  private static final String OFFERS = """
      [session.offers]
      services = [
        "staff_call", "practice", "speech", "own_loans", "loan_titles", "cancel", "return"
      ]
      """;

  /** The one member of staff of the library, where there is a counter. */
  public static final String STAFF = "madoguchi";

  public static final String STAFF_PASSWORD = "toshokan-no-mado";

  private static final String COUNTER_FILE = "counter.toml";

  /** Holders 1 to 8 are linked to the patrons of the library, in order; 9 was reissued. */
  private static final int LINKED_HOLDERS = 9;

  private static final Duration AUTHORITY_LIMIT = Duration.ofSeconds(5);

  private final Path folder;
  private final Clock clock;
  private final CardIssuer issuer;
  private final SimulatedAuthority authority;
  private final CentralConfig centralConfig;
  private final Authority introducing;
  private Optional<CentralServer> central;

  private DemoStation(
      Path folder,
      Clock clock,
      CardIssuer issuer,
      SimulatedAuthority authority,
      CentralConfig centralConfig,
      Authority introducing,
      CentralServer first) {
    this.folder = folder;
    this.clock = clock;
    this.issuer = issuer;
    this.authority = authority;
    this.centralConfig = centralConfig;
    this.introducing = introducing;
    this.central = Optional.of(first);
  }

  /**
   * Sets the library up, or finds it again as it was left.
   *
   * @param clock shared by central, the cards and the kiosk
   */
  public static DemoStation open(Path folder, Clock clock, SecureRandom random)
      throws IOException, StoreException, ListenException, TrustStoreException {
    return open(folder, clock, random, DemoLibrary::config);
  }

  /**
   * The same with a counter, at which {@link #STAFF} may do everything.
   *
   * @param decided what the library has decided otherwise than the invented one
   */
  public static DemoStation openWithStaff(
      Path folder, Clock clock, SecureRandom random, UnaryOperator<LibraryRules> decided)
      throws IOException, StoreException, ListenException, TrustStoreException {
    Setting setting =
        (database, port) -> deciding(DemoLibrary.counterConfig(database, port), decided);
    CentralConfig config = setting.of(Files.createDirectories(folder.resolve("central")), 0);
    DemoLibrary.load(config);
    DemoLibrary.addStaff(
        config, new StaffName(STAFF), STAFF_PASSWORD.toCharArray(), EnumSet.allOf(StaffRole.class));
    return open(folder, clock, random, setting);
  }

  private static CentralConfig deciding(CentralConfig config, UnaryOperator<LibraryRules> decided) {
    return new CentralConfig(
        config.library(),
        config.listen(),
        config.database(),
        config.loan(),
        config.tls(),
        decided.apply(config.rules()),
        config.authority(),
        config.counters());
  }

  /** How central is set up, with a database in this folder and on this port. */
  private interface Setting {
    CentralConfig of(Path folder, int port);
  }

  private static DemoStation open(Path folder, Clock clock, SecureRandom random, Setting setting)
      throws IOException, StoreException, ListenException, TrustStoreException {
    TestHierarchy hierarchy = TestHierarchy.open(folder.resolve("authority"), random);
    trust(folder, hierarchy, clock);
    String persons = persons();
    Files.writeString(folder.resolve("persons.csv"), persons);
    SimulatedAuthority authority =
        SimulatedAuthority.of(new StringReader(persons), AUTHORITY_LIMIT);
    Path database = Files.createDirectories(folder.resolve("central"));
    CentralConfig config = setting.of(database, 0);
    DemoLibrary.load(config);
    CentralServer first = CentralServer.start(config, clock, authority);
    CentralConfig again = setting.of(database, first.port());
    Path library = folder.resolve(LIBRARY_FILE);
    if (!Files.exists(library)) {
      Files.writeString(library, OFFERS);
    }
    Files.writeString(folder.resolve("kiosk.toml"), configuration(folder, first.port()));
    Files.writeString(folder.resolve(COUNTER_FILE), counterConfiguration(folder, first.port()));
    CardIssuer issuer = new CardIssuer(hierarchy, clock, random);
    return new DemoStation(folder, clock, issuer, authority, again, authority, first);
  }

  /** The library's data were invented for one day: this clock starts on it and runs on. */
  public static Clock clock() {
    Clock system = Clock.system(ZONE);
    return Clock.offset(system, Duration.between(system.instant(), TODAY));
  }

  /** Of the desk beside the kiosk. */
  public Configuration counterConfiguration() throws ConfigurationException {
    return Configuration.read(folder.resolve(COUNTER_FILE));
  }

  /** Central's, to add to it while central is down. */
  public CentralConfig centralConfig() {
    return centralConfig;
  }

  public Configuration configuration() throws ConfigurationException {
    return Configuration.read(folder.resolve("kiosk.toml"));
  }

  /**
   * A card of an invented person.
   *
   * @param holder 1 to 9999; 1 to 8 are linked to the library's patrons in order
   */
  public SimCard card(CardVariant variant, int holder) {
    return card(variant, CardHolder.numbered(holder));
  }

  /** A card of an invented person who has secrets of their own. */
  public SimCard card(CardVariant variant, CardHolder holder) {
    return issuer.issue(variant, holder);
  }

  /** A forger's copy of the same person's card: its certificate, and another key. */
  public SimCard copiedCard(int holder) {
    return issuer.copy(CardHolder.numbered(holder));
  }

  /** The authority behind the cards, to have trouble on request. */
  public SimulatedAuthority authority() {
    return authority;
  }

  public boolean centralIsUp() {
    return central.isPresent();
  }

  /** Central stops answering, at once. */
  public void centralDown() throws StoreException {
    if (central.isPresent()) {
      central.get().close();
      central = Optional.empty();
    }
  }

  /** Central comes back with everything it had. */
  public void centralUp() throws StoreException, ListenException {
    if (central.isEmpty()) {
      central = Optional.of(CentralServer.start(centralConfig, clock, introducing));
    }
  }

  @Override
  public void close() throws StoreException {
    centralDown();
  }

  /** Lets a kiosk trust these test authorities, by the folder's trust store. */
  static void trust(Path folder, TestHierarchy hierarchy, Clock clock)
      throws IOException, TrustStoreException {
    TrustStore store =
        new TrustStore(Files.createDirectories(folder.resolve("trust")), AuthorityScope.TEST);
    TrustImport imports = new TrustImport(store, clock);
    for (TestAuthority authority : List.of(hierarchy.first(), hierarchy.second())) {
      Path file = folder.resolve("anchor.cer");
      Files.write(file, authority.certificate().der());
      switch (imports.examine(file)) {
        case TrustImport.Examination.Admissible candidate ->
          imports.confirm(candidate, candidate.anchor().fingerprint());
        case TrustImport.Examination.Refused(var _, String reason) ->
          throw new IllegalStateException("the test authority is refused: " + reason);
        case TrustImport.Examination.NoCertificate(String reason) ->
          throw new IllegalStateException("the test authority has no certificate: " + reason);
      }
    }
  }

  private static String persons() {
    List<String> rows = new ArrayList<>(List.of("subject,answer,identifier"));
    for (int number = 1; number <= LINKED_HOLDERS; number++) {
      rows.add("%s,USER_IDENTIFIER,SIM-USER-%04d"
          .formatted(CardHolder.numbered(number).subjectCode(), number));
    }
    // Known by a MyKey ID, which a reissued card inherits.
    rows.add("%s,MYKEY_ID,SIMKEY40".formatted(CardHolder.numbered(40).subjectCode()));
    // Known to the authority, but linked to nobody; then the answers that are no identifier.
    rows.add(
        "%s,USER_IDENTIFIER,SIM-USER-9999".formatted(CardHolder.numbered(20).subjectCode()));
    rows.add("%s,OLD_METHOD,".formatted(CardHolder.numbered(21).subjectCode()));
    rows.add("%s,REVOKED,".formatted(CardHolder.numbered(22).subjectCode()));
    rows.add("%s,SUSPENDED,".formatted(CardHolder.numbered(23).subjectCode()));
    return String.join("\n", rows) + "\n";
  }

  private static String counterConfiguration(Path folder, int port) {
    return configuration(folder, port)
            .replace("id = \"demo-1\"", "id = \"demo-desk\"\nrole = \"counter\"")
            .replace("/kiosk\"", "/desk\"")
        + """

        [counter]
        tasks = [
          "lend", "take_back", "patron", "link", "unlink", "migrate", "register", "renew", "cases",
          "show_person", "erase_person"
        ]
        """;
  }

  private static String configuration(Path folder, int port) {
    return """
        inherit = ["%3$s"]

        [kiosk]
        id = "demo-1"
        mode = "test"
        label = "1号機"
        state_directory = "%1$s/kiosk"
        clock_battery = true

        [library]
        id = "demo"
        name = "見本市立図書館"
        counter = "総合カウンター"
        telephone = "0000-00-0000"
        web = "https://library.example/"

        [barcode.library_card]
        prefix = "99999"
        shortest = 10
        longest = 10
        check_digit = "m10w21_split"

        [barcode.item]
        prefix = "1"
        shortest = 10
        longest = 10
        check_digit = "m10w21_split"

        [reader]
        driver = "simulated"

        [scanner]
        driver = "simulated"

        [printer]
        driver = "simulated"
        columns = 32

        [signal]
        driver = "simulated"

        [speech]
        driver = "simulated"

        [central]
        url = "http://127.0.0.1:%2$d"

        [resolver]
        driver = "simulated"
        file = "%1$s/persons.csv"

        [trust]
        directory = "%1$s/trust"
        test_policies = ["1.2.392.200149.8.5.1.0.30"]
        """.formatted(folder, port, LIBRARY_FILE);
  }
}
