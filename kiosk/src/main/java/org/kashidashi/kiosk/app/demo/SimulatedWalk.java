package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.app.Assembly;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.audit.AuditSource;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.diagnosis.WalkThrough;
import org.kashidashi.kiosk.identity.AcceptedPolicies;
import org.kashidashi.kiosk.identity.AuthorityScope;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.identity.LeastProof;
import org.kashidashi.kiosk.identity.PatronIdentification;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.LibraryWords;
import org.kashidashi.kiosk.screen.Places;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.circulation.barcode.BarcodeRules;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.circulation.barcode.NumberRule;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.circulation.policy.LoanPolicy;
import org.kashidashi.sync.circulation.policy.LoanPolicySettings;
import org.kashidashi.sync.engine.Backoff;
import org.kashidashi.sync.engine.SyncEngine;
import org.kashidashi.sync.engine.SyncSettings;
import org.kashidashi.sync.ils.sim.SimulatedIls;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;

/** A whole loan by an invented patron, in a folder that is gone afterwards and in virtual time. */
public final class SimulatedWalk implements WalkThrough {
  private static final String TEST_POLICY = "1.2.392.200149.8.5.1.0.30";
  private static final int HOLDER = 1;
  private static final PatronId PATRON = new PatronId("9999900001");
  private static final ItemBarcode ITEM = new ItemBarcode("1000000016");
  private static final BarcodeRules BARCODES = new BarcodeRules(
      new NumberRule("99999", 10, 10, CheckDigit.NONE),
      new NumberRule("1", 10, 10, CheckDigit.M10W21_SPLIT),
      BarcodeRules.StartStop.STRIPPED);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int RECEIPT_COLUMNS = 32;

  /** The languages of the first page. */
  private static final List<Action> PICKS =
      List.of(Action.PICK_1, Action.PICK_2, Action.PICK_3, Action.PICK_4);

  private final SecureRandom random;

  public SimulatedWalk(SecureRandom random) {
    this.random = random;
  }

  @Override
  public boolean run(boolean english, Consumer<String> screens) throws IOException {
    Path folder = Files.createTempDirectory("kashidashi-walk");
    VirtualTime time = new VirtualTime(DemoStation.TODAY, DemoStation.ZONE);
    SimulatedIls ils = new SimulatedIls(time.clock(), new DueDates(DemoStation.ZONE), PATIENCE);
    ils.add(new PatronStanding(
        PATRON,
        LocalDate.of(2027, 3, 31),
        Renewal.AUTOMATIC,
        Set.of(),
        0,
        10,
        15,
        DemoStation.TODAY));
    ils.add(new Item(ITEM, english ? "A book" : "日本の図書館", ItemClass.STANDARD));
    try (Store store = Store.open(StoreSettings.of(folder.resolve("kiosk.db"), "walk"), random)) {
      borrow(folder, time, new Library(ils, store), english, screens);
      return store.outboxCounts().confirmed() == 1 && ils.received().size() == 1;
    } catch (StoreException | TrustStoreException failure) {
      throw new IOException("the loan cannot be walked through: " + failure.getMessage(), failure);
    } finally {
      Folders.delete(folder);
    }
  }

  private void borrow(
      Path folder, VirtualTime time, Library library, boolean english, Consumer<String> screens)
      throws IOException, TrustStoreException {
    TestHierarchy hierarchy = TestHierarchy.create(random);
    DemoStation.trust(folder, hierarchy, time.clock());
    SimCardReader reader = new SimCardReader("simulated reader", time::pass);
    SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
    try (AuditTrail audit = audit(folder, time.clock())) {
      ScriptedKiosk kiosk = new ScriptedKiosk(
          manner(),
          new Devices(reader, scanner, new SimPrinter(RECEIPT_COLUMNS), new SimSignal()),
          services(folder, time, library.ils(), library.store(), audit),
          time,
          (_, frame) -> screens.accept(String.join("\n", Cells.rows(frame.image()))));
      if (english) {
        kiosk.press(Action.LANGUAGES);
        kiosk.press(PICKS.get(List.of(Language.values()).indexOf(Language.ENGLISH)));
      }
      kiosk.press(Action.START);
      reader.insert(new CardIssuer(hierarchy, time.clock(), random)
          .issue(CardVariant.NORMAL, CardHolder.numbered(HOLDER)));
      kiosk.settle();
      kiosk.press(Action.READ_CARD);
      reader.remove();
      kiosk.settle();
      scanner.scan(ITEM.number());
      kiosk.settle();
      kiosk.press(Action.FINISH_WITH_RECEIPT);
      var _ = kiosk.sync();
    }
  }

  /** Where a loan goes, and where it is kept until then. */
  private record Library(SimulatedIls ils, Store store) {}

  private Services services(
      Path folder, VirtualTime time, SimulatedIls ils, Store store, AuditTrail audit)
      throws IOException {
    Clock clock = time.clock();
    LendingDesk lending = new LendingDesk(
        store,
        ils,
        LoanPolicy.of(LoanPolicySettings.defaults()),
        new DueDates(DemoStation.ZONE),
        clock,
        () -> ClockState.SYNCED);
    SyncEngine engine = new SyncEngine(
        store, ils, Backoff.usual(random), clock, () -> ClockState.SYNCED, SyncSettings.defaults());
    return new Services(
        new JpkiReader(CardLayout.current(), time::nanoTime),
        identification(folder, clock)::identify,
        new BarcodeReading(BARCODES),
        store,
        ils,
        lending,
        engine,
        Duration.ZERO,
        () -> ClockState.SYNCED,
        audit);
  }

  private static PatronIdentification identification(Path folder, Clock clock) throws IOException {
    SimulatedAuthority authority = SimulatedAuthority.of(
        new StringReader("subject,answer,identifier\n%s,USER_IDENTIFIER,SIM-USER-0001\n"
            .formatted(CardHolder.numbered(HOLDER).subjectCode())),
        PATIENCE);
    CertificateCheck check = new CertificateCheck(
        new TrustStore(folder.resolve("trust"), AuthorityScope.TEST),
        AcceptedPolicies.production().and(List.of(TEST_POLICY)),
        clock);
    return new PatronIdentification(
        check,
        authority,
        _ -> new LinkAnswer.Linked(PATRON, Optional.empty()),
        LeastProof.CERTIFICATE);
  }

  private static AuditTrail audit(Path folder, Clock clock) {
    return new AuditTrail(folder, new AuditSource("walk", 1), clock, () -> ClockState.SYNCED);
  }

  private static Assembly.Manner manner() {
    return new Assembly.Manner(
        SessionRules.standard(),
        Catalogue.with(LibraryWords.none(), Places.unnamed()),
        SampleStates.SITE,
        Theme.standard(),
        Assembly.Slips.standard());
  }
}
