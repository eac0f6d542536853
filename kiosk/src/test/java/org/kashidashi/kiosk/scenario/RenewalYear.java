package org.kashidashi.kiosk.scenario;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalLife;
import org.kashidashi.central.renewal.job.LinkedPopulation;
import org.kashidashi.central.renewal.job.MonthlyRenewal;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.VirtualTime;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.UnlinkReason;
import org.kashidashi.sync.store.StoreException;

/**
 * The library of the renewal year: the real central with its monthly check, the authority of the
 * table, and a self-checkout that is switched on for the days of visits alone.
 */
final class RenewalYear implements AutoCloseable {
  /** Of the certificate of the first visitor; the others follow. */
  static final int FIRST_SERIAL = 0x0F_0000;

  private static final LocalTime CHECK = LocalTime.of(1, 30);
  private static final LocalTime VISITS = LocalTime.of(10, 0);
  private static final String PATRONS =
      "patron,expires,renewal,blocks,residence,loan_limit,loan_days";
  private static final String ITEMS = "barcode,title,class";
  private static final String LINKS = "kind,identifier,patron,state";
  private static final String IDENTIFIER = "TEST-USER-";
  private static final StaffName STAFF = new StaffName("hanako");

  private final List<YearlyVisitor> visitors;
  private final SetClock clock = new SetClock(DemoStation.TODAY);
  private final DemoStation station;
  private final RegistryRules rules;
  private int month;

  /** The self-checkout, from one day's switching on to its switching off. */
  record Opened(Wiring wiring, VirtualTime time) implements AutoCloseable {
    @Override
    public void close() throws StoreException {
      wiring.close();
    }
  }

  /** In this empty folder, before the first month. */
  RenewalYear(Path folder, List<YearlyVisitor> visitors) throws Exception {
    this.visitors = List.copyOf(visitors);
    AuthorityKeys.copyTo(Files.createDirectories(folder));
    this.station = DemoStation.open(folder, clock, AuthorityKeys.random());
    this.rules = station.centralConfig().registry();
    station.centralDown();
    fill();
    station.centralUp();
  }

  static PatronId patron(int index) {
    return new PatronId("9999%06d".formatted(index));
  }

  DemoStation station() {
    return station;
  }

  /** On the first of a month the links are as the table says, and then the check is done. */
  void live(int next) throws Exception {
    month = next;
    LocalDate day = RenewalLife.FIRST_DAY.plusMonths(month);
    clock.set(day.atTime(CHECK).atZone(DemoStation.ZONE).toInstant());
    station.centralDown();
    try (CentralStore store = CentralStore.open(station.centralConfig().storeSettings())) {
      changeLinks(store);
      new MonthlyRenewal(
              new LinkedPopulation(store.counterLinks(rules)),
              store.renewals(),
              new YearlyAuthority(),
              new MonthlyCheck(new ValidityRule.YearAfterCheck()),
              clock,
              DemoStation.ZONE)
          .run();
    }
    station.centralUp();
  }

  /** Switches the self-checkout on, some days after the first of the month. The caller closes. */
  Opened open(int dayOfMonth) throws Exception {
    LocalDate day = RenewalLife.FIRST_DAY.plusMonths(month).withDayOfMonth(dayOfMonth);
    VirtualTime time =
        new VirtualTime(day.atTime(VISITS).atZone(DemoStation.ZONE).toInstant(), DemoStation.ZONE);
    clock.set(time.now());
    Wiring wiring = Wiring.open(
        station.configuration(),
        new Wiring.Surroundings(
            time.clock(), time::nanoTime, SimTimeSource.trusted(), AuthorityKeys.random()),
        new YearlyResolver());
    // Longer than a circuit stays open after a failure.
    time.pass(Duration.ofSeconds(10));
    return new Opened(wiring, time);
  }

  private void fill() throws Exception {
    List<String> patrons = new ArrayList<>(List.of(PATRONS));
    List<String> links = new ArrayList<>(List.of(LINKS));
    List<String> old = new ArrayList<>(List.of("serial,patron"));
    for (int index = 0; index < visitors.size(); index++) {
      CheckedCard card = visitors.get(index).life().before();
      patrons.add("%s,%s,%s,,%s,,"
          .formatted(patron(index).number(), card.expires(), card.renewal(), card.residence()));
      if (visitors.get(index).linked(0)) {
        links.add(link(index));
      }
      if (visitors.get(index) == YearlyVisitor.OLD_METHOD_FOR_CENTRAL_ALONE) {
        old.add("%X,%s".formatted(FIRST_SERIAL + index, patron(index).number()));
      }
    }
    try (CentralStore store = CentralStore.open(station.centralConfig().storeSettings())) {
      CsvLoad load = new CsvLoad(store, LocalDate.of(2026, 11, 20));
      loaded(load.load(files(patrons, links)));
      loaded(load.loadOldLinks(csv(old)));
    }
  }

  private void changeLinks(CentralStore store) throws Exception {
    for (int index = 0; month > 0 && index < visitors.size(); index++) {
      YearlyVisitor visitor = visitors.get(index);
      if (visitor.linked(month) && !visitor.linked(month - 1)) {
        linkAgain(store, index);
      }
      if (!visitor.linked(month) && visitor.linked(month - 1)) {
        unlink(store, index);
      }
    }
  }

  /** By a counter: a file would not bring back what a counter has removed. */
  private void linkAgain(CentralStore store, int index) throws Exception {
    StaffStep step = StaffStep.of(STAFF, "c1", StaffAction.LINK, clock.instant());
    String secret = "ticket of " + month + " " + index;
    boolean _ = store
        .staff()
        .add(new StaffAccount(STAFF, EnumSet.of(StaffRole.REGISTRATION)), "x", clock.instant());
    Optional<StaffAccount> _ = store.staff().signIn(STAFF, step, "x", secret);
    SignedIn who = store.staff().use(secret, "c1", clock.instant()).orElseThrow();
    byte[] anything = {0};
    PinProof proof = new PinProof(
        new PresentedCertificate(anything, anything, BigInteger.valueOf(FIRST_SERIAL + index)),
        anything,
        anything);
    LinkApplication application = new LinkApplication(
        new LinkApplication.Holder.HasCard(patron(index), LinkApplication.Shown.LIBRARY_CARD),
        true,
        true,
        proof,
        Optional.empty());
    granted(
        store
            .counterLinks(rules)
            .link(
                who,
                step,
                application,
                new Introduction.Introduced(person(index), Optional.empty())),
        index);
  }

  private static PersonIdentifier person(int index) {
    return new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, IDENTIFIER + index);
  }

  private static void granted(Verdict<?> verdict, int index) {
    if (!(verdict instanceof Verdict.Granted<?>)) {
      throw new IllegalStateException("patron %d: %s".formatted(index, verdict));
    }
  }

  private void unlink(CentralStore store, int index) throws Exception {
    UnlinkReason reason = visitors.get(index) == YearlyVisitor.REISSUED_IN_APRIL
        ? UnlinkReason.CARD_REISSUED
        : UnlinkReason.NOT_WANTED;
    StaffStep step = StaffStep.of(STAFF, "c1", StaffAction.UNLINK, clock.instant());
    granted(store.counterLinks(rules).unlink(step, patron(index), reason), index);
  }

  private static String link(int index) {
    return "USER_IDENTIFIER,%s%d,%s,ACTIVE"
        .formatted(IDENTIFIER, index, patron(index).number());
  }

  private static CsvFiles files(List<String> patrons, List<String> links) {
    return new CsvFiles(
        csv(patrons), csv(List.of(ITEMS)), csv(links), Optional.empty(), Optional.empty());
  }

  private static CsvFile csv(List<String> lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return new CsvFile("year.csv", () -> new ByteArrayInputStream(bytes));
  }

  private static void loaded(LoadReport report) {
    if (report instanceof LoadReport.Refused refused) {
      throw new IllegalStateException(refused.mistakes().toString());
    }
  }

  @Override
  public void close() throws org.kashidashi.central.store.StoreException {
    station.close();
  }

  /** Says how signature certificates stand in this month, as the table of lives has it. */
  private final class YearlyAuthority implements Authority {
    private final Map<Integer, Integer> asked = new HashMap<>();

    @Override
    public SignatureStanding signatureStanding(PersonIdentifier person) {
      int index = Integer.parseInt(person.value().substring(IDENTIFIER.length()));
      boolean again = asked.merge(index, 1, Integer::sum) > 1;
      return visitors.get(index).life().standing(month, again);
    }

    @Override
    public Introduction introduce(PinProof proof, IdentifierWish wish) {
      throw new AssertionError("nobody is introduced by a monthly check");
    }
  }

  /** Says whose a certificate is in this month. It may know certificates by their serial. */
  private final class YearlyResolver implements IdentityResolver {
    @Override
    public Resolution resolve(PresentedCertificate certificate) {
      int index = certificate.serial().intValueExact() - FIRST_SERIAL;
      return switch (visitors.get(index).authority(month)) {
        case 'K' -> new Resolution.Resolved(person(index));
        case 'U' -> new Resolution.UnknownPerson();
        case 'R' -> new Resolution.Revoked();
        case 'S' -> new Resolution.Suspended();
        case 'O' -> new Resolution.OldMethodOnly();
        default -> throw new AssertionError("asked about a certificate that has ended");
      };
    }
  }
}
