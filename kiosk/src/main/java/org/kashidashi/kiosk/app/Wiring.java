package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.kashidashi.hal.time.TimeSource;
import org.kashidashi.kiosk.audit.AuditSource;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.IdentitySettings;
import org.kashidashi.kiosk.config.LibrarySettings;
import org.kashidashi.kiosk.config.PrinterSettings;
import org.kashidashi.kiosk.config.Role;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.loop.ClockTrust;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Places;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.circulation.policy.LoanPolicy;
import org.kashidashi.sync.circulation.policy.LoanPolicySettings;
import org.kashidashi.sync.engine.Backoff;
import org.kashidashi.sync.engine.SyncEngine;
import org.kashidashi.sync.engine.SyncSettings;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralConnector;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.ils.central.Credentials;
import org.kashidashi.sync.ils.central.identity.CertainTime;
import org.kashidashi.sync.ils.central.identity.IdentityFile;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.authority.HttpAuthority;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.http.HttpCounterRegistry;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;

/** Chooses what stands behind the devices, as the configuration says. Closing it closes all that. */
public final class Wiring implements AutoCloseable {
  /** The database of a kiosk, in its state directory. */
  public static final String STORE_FILE = "kiosk.db";

  /** How long lookups are spared a central that just failed to answer. */
  private static final Duration CIRCUIT_PAUSE = Duration.ofSeconds(5);

  /** A technician's look into the store of a stopped kiosk takes less. */
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(5);

  private final Configuration configuration;
  private final Store store;
  private final CentralExchange exchange;
  private final IdentityResolver authority;
  private final Services services;
  private final Clock clock;

  /** What the program itself brings: time and chance. */
  public record Surroundings(
      Clock clock, LongSupplier nanoTime, TimeSource timeSource, SecureRandom random) {}

  private Wiring(
      Configuration configuration,
      Store store,
      CentralExchange exchange,
      IdentityResolver authority,
      Services services,
      Clock clock) {
    this.configuration = configuration;
    this.store = store;
    this.exchange = exchange;
    this.authority = authority;
    this.services = services;
    this.clock = clock;
  }

  /**
   * Opens the store and whatever else the configuration names.
   *
   * @throws IOException a file that the configuration names cannot be read
   */
  public static Wiring open(Configuration configuration, Surroundings around)
      throws StoreException, IOException {
    return open(configuration, around, IdentityWiring.authority(configuration.resolver()));
  }

  /** The database of the kiosk that a configuration is for. */
  static StoreSettings storeSettings(Configuration configuration) {
    return StoreSettings.ofKiosk(
        configuration.kiosk().stateDirectory().resolve(STORE_FILE),
        configuration.kiosk().id());
  }

  /**
   * Opens the store and whatever else the configuration names, the authority aside.
   *
   * @throws IOException a file that the configuration names cannot be read
   */
  public static Wiring open(
      Configuration configuration, Surroundings around, IdentityResolver authority)
      throws StoreException, IOException {
    Files.createDirectories(configuration.kiosk().stateDirectory());
    // Both take their time, and nobody sees a screen before both are there.
    CompletableFuture<CentralExchange> opening =
        CompletableFuture.supplyAsync(() -> exchange(configuration, around));
    try {
      Store store = Store.open(storeSettings(configuration), around.random(), STORE_PATIENCE);
      return join(configuration, around, store, opening, authority);
    } catch (StoreException | RuntimeException failure) {
      // Now, or once it is there; nobody waits for that.
      CompletableFuture<Void> _ = opening.thenAccept(CentralExchange::close);
      throw failure;
    }
  }

  private static Wiring join(
      Configuration configuration,
      Surroundings around,
      Store store,
      CompletableFuture<CentralExchange> opening,
      IdentityResolver authority)
      throws StoreException {
    try {
      CentralExchange exchange = opening.join();
      Services services = services(configuration, around, store, exchange, authority);
      return new Wiring(configuration, store, exchange, authority, services, around.clock());
    } catch (RuntimeException failure) {
      try (store) {
        throw failure;
      }
    }
  }

  public Services services() {
    return services;
  }

  /** The line to central, for whoever looks after it. */
  CentralExchange exchange() {
    return exchange;
  }

  /** What a desk of staff asks of the library's registry. */
  public CounterRegistry counterRegistry() {
    return new HttpCounterRegistry(exchange, clock);
  }

  /** What a desk of staff checks certificates by, as every kiosk does. */
  public CertificateCheck certificates() {
    return IdentityWiring.certificates(configuration, clock);
  }

  /** Whether links of cards whose key is not recorded are of no use here. */
  public boolean keyWanted() {
    return configuration.identity().proof() == IdentitySettings.Proof.CARD_CHALLENGE;
  }

  /** How this kiosk looks and behaves. */
  public Assembly.Manner manner() {
    return manner(configuration);
  }

  /** How a kiosk looks and behaves: needs the configuration alone. */
  static Assembly.Manner manner(Configuration configuration) {
    Site site = ConfiguredSite.of(configuration);
    PrinterSettings printer = configuration.printer();
    Assembly.Slips slips = new Assembly.Slips(
        printer.driver() != PrinterSettings.Driver.NONE, printer.titles(), printer.allLoans());
    return new Assembly.Manner(
        configuration.session(),
        Catalogue.with(configuration.words(), places(configuration)),
        site,
        configuration.look().theme(),
        slips);
  }

  /** The word that every text has anyway is no name. */
  static Places places(Configuration configuration) {
    var library = configuration.library();
    boolean usual = library.counter().equals(LibrarySettings.USUAL_COUNTER);
    return new Places(usual ? "" : library.counter(), library.municipality());
  }

  @Override
  public void close() throws StoreException {
    services.audit().close();
    exchange.close();
    if (authority instanceof HttpAuthority opened) {
      opened.close();
    }
    store.close();
  }

  private static Services services(
      Configuration configuration,
      Surroundings around,
      Store store,
      CentralExchange exchange,
      IdentityResolver authority) {
    Clock clock = around.clock();
    ClockTrust trust = clockTrust(configuration, around);
    CentralConnector connector = new CentralConnector(exchange, clock);
    DueDates dueDates = new DueDates(configuration.kiosk().timeZone());
    LendingDesk lending = new LendingDesk(
        store, connector, LoanPolicy.of(lending(configuration)), dueDates, clock, trust);
    Backoff backoff = Backoff.usual(around.random());
    SyncEngine engine =
        new SyncEngine(store, connector, backoff, clock, trust, SyncSettings.defaults());
    return new Services(
        IdentityWiring.jpkiReader(configuration, around),
        IdentityWiring.identification(configuration, clock, store, exchange, authority)::identify,
        new BarcodeReading(configuration.barcode()),
        store,
        connector,
        lending,
        engine,
        firstSync(configuration, backoff),
        trust,
        audit(configuration, store.epoch(), clock, trust));
  }

  private static LoanPolicySettings lending(Configuration configuration) {
    // A desk is the counter to which a self-checkout sends people for their holds.
    boolean atMachine = configuration.kiosk().role() == Role.COUNTER
        || configuration.session().offers().has(Offers.Service.OWN_HOLDS);
    return new LoanPolicySettings(!atMachine, LoanPolicySettings.defaults().staleLoansMaximum());
  }

  /**
   * The kiosk's audit trail.
   *
   * @param bootEpoch 0 for a tool that runs beside the kiosk
   */
  static AuditTrail audit(
      Configuration configuration, long bootEpoch, Clock clock, ClockTrust trust) {
    return new AuditTrail(
        configuration.kiosk().stateDirectory(),
        new AuditSource(configuration.kiosk().id(), bootEpoch),
        clock,
        trust);
  }

  private static Duration firstSync(Configuration configuration, Backoff backoff) {
    return switch (configuration.kiosk().mode()) {
      case TEST -> Duration.ZERO;
      case PRODUCTION -> backoff.start(configuration.central().startSpread());
    };
  }

  static ClockTrust clockTrust(Configuration configuration, Surroundings around) {
    return new ClockTrust(
        around.timeSource(), configuration.kiosk().clockBattery(), around.nanoTime());
  }

  static CentralExchange exchange(Configuration configuration, Surroundings around) {
    CentralSettings settings = centralSettings(configuration);
    Circuit circuit = new Circuit(around.clock(), CIRCUIT_PAUSE);
    return configuration.central().encrypted()
        ? new CentralExchange(settings, circuit, credentials(configuration, around))
        : new CentralExchange(settings, circuit);
  }

  static CentralSettings centralSettings(Configuration configuration) {
    var central = configuration.central();
    return new CentralSettings(
        central.url(),
        configuration.kiosk().id(),
        central.lookupBudget(),
        central.operationsLimit());
  }

  /** What the kiosk proves to central who it is with. */
  static Credentials credentials(Configuration configuration, Surroundings around) {
    return new Credentials(
        new IdentityFile(configuration.kiosk().stateDirectory()),
        new CertainTime(around.clock(), clockTrust(configuration, around)),
        around.nanoTime(),
        around.random());
  }
}
