package org.kashidashi.central.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.backup.Backup;
import org.kashidashi.central.backup.KeptFiles;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.registry.LinkedPerson;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.AuditEntry;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.Rows;
import org.kashidashi.central.store.StoreDamagedException;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.TestCard;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.UnlinkReason;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/** What the files hold of a person, and what they do not. */
class RegistryAtRestTest {
  private static final PatronId PATRON = new PatronId("9999900891");
  private static final StaffName STAFF = new StaffName("hanako");
  private static final String SECRET = "a secret of a ticket";
  private static final String IDENTIFIER = "SIM-USER-9001";
  private static final CardKey CARD_KEY =
      new CardKey("a card key of sixteen".getBytes(StandardCharsets.US_ASCII));

  @TempDir
  private Path folder = Path.of("");

  private CentralConfig config;

  @BeforeEach
  void load() throws Exception {
    config = DemoLibrary.counterConfig(folder, 0);
    DemoLibrary.load(config);
    DemoLibrary.addStaff(
        config, STAFF, "a long enough password".toCharArray(), EnumSet.allOf(StaffRole.class));
  }

  @Test
  void holdsNothingOfAPersonInClear() throws Exception {
    linked();

    for (Path file : files(folder)) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String text : List.of(
          IDENTIFIER, "貸出 太郎", "見本県", "1990-03-01", SECRET, "a long enough", "a card key")) {
        String needle =
            new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(needle), text + " in " + file);
      }
    }
  }

  @Test
  void readsAllOfItWithTheKeyAgainAlsoOutOfABackup() throws Exception {
    linked();
    Path copy = folder.resolve("copy");
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      new Backup(
              store,
              new KeptFiles(
                  config.database(),
                  CentralStore.keyBeside(config.database()),
                  folder.resolve("none")))
          .into(copy);
    }
    CentralConfig restored = DemoLibrary.counterConfig(copy, 0);
    try (CentralStore store = CentralStore.open(restored.storeSettings())) {
      List<LinkedPerson> links =
          store.counterLinks(restored.registry()).page(Optional.empty(), 100);
      assertTrue(
          links.stream()
              .anyMatch(link -> link.patron().equals(PATRON)
                  && link.person().orElseThrow().value().equals(IDENTIFIER)),
          links.toString());
      assertEquals(9, links.size());
      assertEquals(
          links.subList(3, 5),
          store.counterLinks(restored.registry()).page(Optional.of(links.get(2).patron()), 2));
      assertInstanceOf(
          Verdict.Granted.class, store.counterPatrons(restored.registry()).person(step(), PATRON));
    }
  }

  @Test
  void writesDownWhoDidWhatAndNothingOfThePatron() throws Exception {
    linked();
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      List<AuditEntry> all = store.staff().audit(0, Optional.empty(), 100);
      assertEquals(
          List.of("ADD_ACCOUNT OK", "SIGN_IN OK", "CHALLENGE OK", "LINK OK"),
          all.stream().map(entry -> entry.action() + " " + entry.outcome()).toList());
      List<AuditEntry> ofPatron = store.staff().audit(0, Optional.of(PATRON), 100);
      assertEquals(List.of(all.getLast()), ofPatron);
      assertFalse(ofPatron.getFirst().patron().orElseThrow().contains(PATRON.number()));
    }
  }

  @Test
  void neverForgetsNorChangesWhatIsWrittenDown() throws Exception {
    linked();
    for (String statement : List.of(
        "DELETE FROM staff_audit RETURNING number",
        "UPDATE staff_audit SET staff = 'x' RETURNING number")) {
      assertThrows(SQLException.class, () -> Rows.of(config.database(), statement), statement);
    }
  }

  /** A file of links may be older than what a counter did since. */
  @Test
  void bringsNoLinkBackByALoadThatACounterRemoved() throws Exception {
    PatronId lost = new PatronId("9999900120");
    PatronId reissued = new PatronId("9999900344");
    PatronId migrated = new PatronId("9999900450");
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      int links =
          store.counterLinks(config.registry()).page(Optional.empty(), 100).size();
      StaffStep step = StaffStep.of(STAFF, "c1", StaffAction.UNLINK, CentralClient.NOW);
      assertInstanceOf(
          Verdict.Granted.class,
          store.counterLinks(config.registry()).unlink(step, lost, UnlinkReason.CARD_LOST));
      assertInstanceOf(
          Verdict.Granted.class,
          store.counterLinks(config.registry()).unlink(step, reissued, UnlinkReason.CARD_REISSUED));
      DemoLibrary.load(config);
      DemoLibrary.addOldLink(config, migrated);

      assertEquals(
          links - 2,
          store.counterLinks(config.registry()).page(Optional.empty(), 100).size());
      assertFalse(store.counterPatrons(config.registry()).kept(migrated).oldMethod());
      assertEquals(0, store.pruneLinks(YearMonth.of(2026, 11)));
      assertEquals(2, store.pruneLinks(YearMonth.of(2026, 12)));
    }
    DemoLibrary.addOldLink(config, lost);
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      assertTrue(store.counterPatrons(config.registry()).kept(lost).oldMethod());
    }
  }

  @Test
  void refusesAValueThatWasPutInAnothersPlace() throws Exception {
    linked();
    Rows.of(
        config.database(),
        "UPDATE persons SET patron = '9999900120' WHERE patron = '" + PATRON.number()
            + "' RETURNING patron");
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      assertThrows(
          StoreDamagedException.class,
          () -> store.counterPatrons(config.registry()).person(step(), new PatronId("9999900120")));
    }
  }

  private void linked() throws Exception {
    Rows.of(
        config.database(),
        "INSERT INTO patrons VALUES ('" + PATRON.number()
            + "', '2028-03-01', 'AT_COUNTER', 'RESIDENT', NULL, NULL) RETURNING patron");
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      store
          .staff()
          .signIn(
              STAFF,
              StaffStep.of(STAFF, "c1", StaffAction.SIGN_IN, CentralClient.NOW),
              store.staff().password(STAFF).orElseThrow(),
              SECRET);
      SignedIn who = store.staff().use(SECRET, "c1", CentralClient.NOW).orElseThrow();
      LinkDesk desk = new LinkDesk(
          store,
          config.registry(),
          SimulatedAuthority.of(new StringReader("""
                  subject,answer,identifier,signature,name,address,birth_date,sex
                  TARO,USER_IDENTIFIER,SIM-USER-9001,VALID,貸出 太郎,見本県1-1,1990-03-01,OTHER
                  """), Duration.ofSeconds(1)),
          CentralClient.CLOCK,
          new SecureRandom());
      Verdict<Linked> verdict = desk.link(
          who,
          new LinkApplication(
              new Holder.HasCard(PATRON, Shown.LIBRARY_CARD),
              true,
              true,
              new TestCard("TARO").proof(desk.challenge(who).bytes()),
              Optional.of(CARD_KEY)));
      assertInstanceOf(Verdict.Granted.class, verdict);
    }
  }

  private static StaffStep step() {
    return StaffStep.of(STAFF, "c1", StaffAction.LOOK_AT_PERSON, CentralClient.NOW);
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
