package org.kashidashi.central.desk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.SettableClock;
import org.kashidashi.central.circulation.ClockTrust;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.central.registry.Site;
import org.kashidashi.central.registry.Sites;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterRegistryContract;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.http.HttpCounterRegistry;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;
import org.kashidashi.sync.secret.PasswordHash;

/** The client of a counter and the real central behind it keep to the contract together. */
final class CentralCounterContractTest extends CounterRegistryContract {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final String PATRONS = """
      patron,expires,renewal,blocks,residence,loan_limit,loan_days
      9999900120,2027-03-31,AT_COUNTER,,RESIDENT,0,
      9999900237,2026-10-31,AT_COUNTER,,RESIDENT,,
      9999900674,2026-12-10,WITH_PROOF,,COMMUTER,,
      9999900450,2027-06-30,AT_COUNTER,,RESIDENT,,
      """;
  private static final String ITEMS = """
      barcode,title,class
      1000000016,見本,STANDARD
      1000000024,見本,STANDARD
      1000000032,見本,STANDARD
      """;
  private static final String HOLDS = "item,patron\n1000000032,9999900674\n";
  private static final String LOANS = """
      item,patron,lent_on,due
      1000000032,9999900450,2026-11-10,2026-11-25
      """;

  @TempDir
  private Path root = Path.of("");

  private int opened;

  @Override
  protected Fixture open(Library library, SimulatedAuthority authority) throws Exception {
    Path folder = Files.createDirectory(root.resolve("central" + opened++));
    CentralConfig config = config(folder, library);
    fill(config);
    SettableClock clock = new SettableClock();
    return new RealCentral(CentralServer.start(config, clock, authority), clock);
  }

  private static CentralConfig config(Path folder, Library library) {
    CentralConfig demo = DemoLibrary.config(folder, 0);
    LibraryRules usual = LibraryRules.usual(LendTo.ANYONE);
    LibraryRules rules = new LibraryRules(
        library.residentsOnly() ? LinkTo.RESIDENTS : LinkTo.ANYONE,
        LendTo.ANYONE,
        library.inherits() ? Reissue.INHERIT : Reissue.RELINK,
        library.identifier(),
        library.made() ? MyKeyMade.AT_LINKING : MyKeyMade.BEFOREHAND,
        EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE),
        usual.validity());
    Sites sites = new Sites(List.of(
        new Site("中央図書館", "1階カウンター", true, "9-19", "000-000-0000", Set.of("c1")),
        new Site("駅前配本所", "窓口", false, "9-17", "000-000-0001", Set.of("c2"))));
    return new CentralConfig(
        demo.library(),
        demo.listen(),
        demo.database(),
        demo.loan(),
        demo.tls(),
        rules,
        demo.authority(),
        new CentralConfig.Counters(
            sites,
            Optional.of(new CardSeries("99998", 10, CheckDigit.M10W31)),
            true,
            demo.counters().auditMonths()));
  }

  /** One loan above the limit is lent all the same, and is the one case for staff. */
  private static void fill(CentralConfig config) throws Exception {
    String hash = PasswordHash.of(PASSWORD, new SecureRandom());
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      CsvLoad load = new CsvLoad(store, TODAY);
      assertInstanceOf(
          LoadReport.Loaded.class,
          load.load(new CsvFiles(
              csv(PATRONS),
              csv(ITEMS),
              csv("kind,identifier,patron,state\n"),
              Optional.of(csv(HOLDS)),
              Optional.of(csv(LOANS)))));
      assertInstanceOf(
          LoadReport.Loaded.class,
          load.loadOldLinks(csv("serial,patron\n0FF0,%s\n".formatted(OLD_METHOD.number()))));
      store.staff().add(new StaffAccount(ALL, EnumSet.allOf(StaffRole.class)), hash, NOW);
      store.staff().add(new StaffAccount(LENDING, Set.of(StaffRole.CIRCULATION)), hash, NOW);
      store.apply(
          new LoanOperation(
              "k1.0123456789abcdef.7.1",
              new Origin("k1", 7, 1),
              RESIDENT,
              LENT,
              NOW,
              ClockTrust.SYNCED,
              Optional.empty(),
              Set.of()),
          CentralClient.ARRIVAL);
    }
  }

  private static CsvFile csv(String text) {
    return new CsvFile(
        "contract.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static final class RealCentral implements Fixture {
    private final SettableClock clock;
    private final CentralExchange here;
    private final CentralExchange there;
    private Optional<CentralServer> server;

    RealCentral(CentralServer server, SettableClock clock) {
      this.clock = clock;
      this.here = exchange(server, "c1");
      this.there = exchange(server, "c2");
      this.server = Optional.of(server);
    }

    private static CentralExchange exchange(CentralServer server, String station) {
      return new CentralExchange(
          CentralSettings.of(URI.create("http://127.0.0.1:" + server.port()), station),
          new Circuit(Clock.fixed(NOW, ZONE), Duration.ofSeconds(5)));
    }

    @Override
    public CounterRegistry registry() {
      return new HttpCounterRegistry(here, clock);
    }

    @Override
    public CounterRegistry elsewhere() {
      return new HttpCounterRegistry(there, clock);
    }

    @Override
    public void pass(Duration time) {
      clock.pass(time);
    }

    @Override
    public void cutOff() throws IOException {
      if (server.isEmpty()) {
        return;
      }
      try {
        server.get().close();
      } catch (StoreException e) {
        throw new IOException(e);
      }
      server = Optional.empty();
    }

    @Override
    public void close() throws IOException {
      here.close();
      there.close();
      cutOff();
    }
  }
}
