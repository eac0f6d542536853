package org.kashidashi.central.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.CounterPatrons;
import org.kashidashi.central.store.StoreSettings;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffName;

/** Library cards that are valid until a birthday, as Saga's shipped configuration has them. */
class BirthdayValidityTest {
  private static final Path SAGA = Path.of("../../packaging/examples/central-saga.toml");
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final StaffName STAFF = new StaffName("hanako");

  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private CentralConfig saga;

  @SuppressWarnings("NullAway.Init")
  private CentralStore store;

  @BeforeEach
  void open() throws Exception {
    saga = new ConfigFile(SAGA).read();
    store = CentralStore.open(
        new StoreSettings(folder.resolve("central.db"), saga.library().id(), saga.loan()));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    // rule, born, registered, expires, too early, renewed, expires then
    "THIRD_CALENDAR_YEAR, 1980-03-01, 2024-06-01, 2027-03-01, 2027-01-31, 2027-02-01, 2030-03-01",
    "THIRD_CALENDAR_YEAR, 1980-03-01, 2024-06-01, 2027-03-01, 2027-01-31, 2027-03-01, 2030-03-01",
    // A day late, and a year.
    "THIRD_CALENDAR_YEAR, 1980-03-01, 2024-06-01, 2027-03-01, 2027-01-31, 2027-03-02, 2030-03-01",
    "THIRD_CALENDAR_YEAR, 1980-03-01, 2024-06-01, 2027-03-01, 2027-01-31, 2028-03-02, 2031-03-01",
    // The last month lies in the year before the birthday.
    "THIRD_CALENDAR_YEAR, 1980-01-10, 2024-06-01, 2027-01-10, 2026-12-09, 2026-12-10, 2029-01-10",
    "THIRD_CALENDAR_YEAR, 1980-01-10, 2024-06-01, 2027-01-10, 2026-12-09, 2027-01-01, 2030-01-10",
    // A month before its last day, where the month before is shorter.
    "THIRD_CALENDAR_YEAR, 1980-03-31, 2024-06-01, 2027-03-31, 2027-02-27, 2027-02-28, 2030-03-31",
    // Born on 29 February, ending in a common year, and in a leap year.
    "THIRD_CALENDAR_YEAR, 1996-02-29, 2024-06-01, 2027-02-28, 2027-01-27, 2027-01-28, 2030-02-28",
    "THIRD_CALENDAR_YEAR, 1996-02-29, 2025-03-01, 2028-02-29, 2028-01-28, 2028-01-29, 2031-02-28",
    "THIRD_CALENDAR_YEAR, 1996-02-29, 2025-03-01, 2028-02-29, 2028-01-28, 2028-02-29, 2031-02-28",
    "THIRD_CALENDAR_YEAR, 1996-02-29, 2024-02-29, 2027-02-28, 2027-01-27, 2027-02-28, 2030-02-28",
    "ON_OR_AFTER_THREE_YEARS, 1980-03-01, 2024-06-01, 2028-03-01, 2028-01-31, 2028-02-01, 2031-03-01",
    "ON_OR_AFTER_THREE_YEARS, 1980-03-01, 2024-06-01, 2028-03-01, 2028-01-31, 2028-03-02, 2032-03-01",
    "ON_OR_AFTER_THREE_YEARS, 1996-02-29, 2024-06-01, 2028-02-29, 2028-01-28, 2028-01-29, 2031-02-28",
    "ON_OR_AFTER_THREE_YEARS, 1996-02-29, 2024-02-29, 2027-02-28, 2027-01-27, 2027-02-28, 2030-02-28",
  })
  void registersAndRenewsUntilTheBirthday(
      BirthdayRule rule,
      LocalDate born,
      LocalDate registered,
      LocalDate expires,
      LocalDate tooEarly,
      LocalDate renewed,
      LocalDate expiresThen)
      throws Exception {
    CounterPatrons patrons = store.counterPatrons(rules(rule));
    Registration form = form(born);

    CounterPatron given =
        granted(patrons.register(step(StaffAction.REGISTER, noon(registered)), form));
    PatronId patron = given.standing().patron();
    assertEquals(expires, given.standing().expires());
    assertEquals(expires, kept(patron));

    assertEquals(
        new Verdict.Refused<CounterPatron>(CounterRefusal.TOO_EARLY_TO_RENEW),
        patrons.renew(step(StaffAction.RENEW, noon(tooEarly)), patron, form));
    assertEquals(expires, kept(patron));

    CounterPatron then =
        granted(patrons.renew(step(StaffAction.RENEW, noon(renewed)), patron, form));
    assertEquals(expiresThen, then.standing().expires());
    assertEquals(expiresThen, kept(patron));
  }

  @Test
  void shipsSagasRule() {
    assertEquals(
        new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR),
        saga.rules().validity());
  }

  /** The year begins in Tokyo nine hours before it does in UTC. */
  @Test
  void countsTheYearByTheLibrarysOwnCalendar() throws Exception {
    CounterPatrons patrons = store.counterPatrons(saga.registry());
    Registration form = form(LocalDate.of(1980, 6, 1));
    assertEquals(
        LocalDate.of(2027, 6, 1),
        granted(patrons.register(
                step(StaffAction.REGISTER, Instant.parse("2024-12-31T14:59:59Z")), form))
            .standing()
            .expires());
    assertEquals(
        LocalDate.of(2028, 6, 1),
        granted(patrons.register(
                step(StaffAction.REGISTER, Instant.parse("2024-12-31T15:00:00Z")), form))
            .standing()
            .expires());
  }

  /** A new address is taken down at any time, and gives not a day. */
  @Test
  void keepsTheDateOfWhoComesEarlyWithANewAddress() throws Exception {
    CounterPatrons patrons = store.counterPatrons(saga.registry());
    LocalDate born = LocalDate.of(1980, 3, 1);
    PatronId patron = granted(patrons.register(
            step(StaffAction.REGISTER, noon(LocalDate.of(2024, 6, 1))), form(born)))
        .standing()
        .patron();
    Registration moved = form(born, "見本県見本市二丁目2-2");
    assertEquals(
        LocalDate.of(2027, 3, 1),
        granted(patrons.renew(
                step(StaffAction.RENEW, noon(LocalDate.of(2026, 1, 15))), patron, moved))
            .standing()
            .expires());
  }

  private RegistryRules rules(BirthdayRule rule) {
    LibraryRules rules = saga.rules();
    return new RegistryRules(
        new LibraryRules(
            rules.linkTo(),
            rules.lendTo(),
            rules.reissue(),
            rules.identifier(),
            rules.myKeyMade(),
            rules.taken(),
            new ValidityRule.UntilBirthday(rule)),
        saga.registry().sites(),
        saga.registry().series());
  }

  /** What the library lends by, apart from what the counter is told. */
  private LocalDate kept(PatronId patron) throws Exception {
    return store.standing(patron, noon(LocalDate.of(2024, 6, 1))).orElseThrow().expires();
  }

  private static CounterPatron granted(Verdict<CounterPatron> verdict) {
    return switch (verdict) {
      case Verdict.Granted<CounterPatron> granted -> granted.value();
      case Verdict.Refused<CounterPatron> refused ->
        throw new AssertionError(refused.refusal().name());
    };
  }

  private static StaffStep step(StaffAction action, Instant at) {
    return StaffStep.of(STAFF, "c1", action, at);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
  }

  private static Registration form(LocalDate born) {
    return form(born, "見本県見本市一丁目1-1");
  }

  private static Registration form(LocalDate born, String address) {
    return new Registration(
        new PersonDetails("貸出 太郎", address, born, Optional.empty()),
        "000-000-0000",
        Registration.Residence.RESIDENT,
        Registration.Document.DRIVERS_LICENCE,
        true,
        false);
  }
}
