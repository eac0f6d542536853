package org.kashidashi.central.renewal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.SettableClock;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.renewal.CheckOutcome;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.SignatureStanding;

/** All on 2026-11-20 in Tokyo, unless the clock moves. */
final class MonthlyRenewalTest {
  private static final int CARDS = 120;
  private static final LocalDate BEFORE = LocalDate.of(2027, 1, 31);
  private static final LocalDate AFTER = LocalDate.of(2027, 11, 20);
  private static final SignatureStanding UNAVAILABLE = new SignatureStanding.Unavailable("test");

  @TempDir
  private Path folder = Path.of("");

  private final ScriptedAuthority authority = new ScriptedAuthority();
  private final SettableClock clock = new SettableClock();
  private LinkedLibrary library;

  @BeforeEach
  void start() throws Exception {
    library = new LinkedLibrary(
        folder,
        Collections.nCopies(CARDS, new CheckedCard(BEFORE, Renewal.AUTOMATIC, Residence.RESIDENT)));
  }

  @AfterEach
  void stop() throws Exception {
    library.close();
  }

  @Test
  void prolongsEveryCardAndAsksOnceForEach() throws Exception {
    RenewalReport report = run();

    assertTrue(report.finished());
    assertEquals(Map.of(CheckOutcome.PROLONGED, CARDS), report.counts());
    assertEquals(List.of(), report.toCounter());
    assertEquals(IntStream.range(0, CARDS).boxed().toList(), authority.asked());
    assertEquals(
        List.of("2027-11-20 AUTOMATIC " + CARDS),
        library.rows("SELECT expires, renewal, COUNT(*) FROM patrons GROUP BY expires, renewal"));
  }

  @Test
  void doesNothingOnceTheMonthIsOver() throws Exception {
    RenewalReport first = run();
    authority.forget();
    clock.pass(Duration.ofDays(5));

    assertEquals(first, run());
    assertEquals(List.of(), authority.asked());
  }

  @Test
  void beginsAnewWithTheNextMonthOfTheLibrarysOwnCalendar() throws Exception {
    run();
    authority.forget();
    // 30 November, 23:59:59 in Tokyo.
    clock.pass(Duration.between(CentralClient.NOW, Instant.parse("2026-11-30T14:59:59Z")));
    run();
    assertEquals(List.of(), authority.asked());

    clock.pass(Duration.ofSeconds(1));
    RenewalReport report = run();

    assertEquals(YearMonth.of(2026, 12), report.month());
    assertEquals(CARDS, authority.asked().size());
    assertEquals(LocalDate.of(2027, 12, 1), library.card(0).expires());
  }

  @Test
  void goesOnWhereThePowerFailedAndAsksNobodyTwiceWithoutNeed() throws Exception {
    authority.answer(cutAt(70));
    assertThrows(ScriptedAuthority.PowerCut.class, this::run);
    library.reopen();
    assertEquals(AFTER, library.card(69).expires());
    assertEquals(BEFORE, library.card(70).expires());
    authority.forget();
    authority.answer(_ -> new SignatureStanding.Valid());

    RenewalReport report = run();

    assertTrue(report.finished());
    assertEquals(IntStream.range(70, CARDS).boxed().toList(), authority.asked());
    assertEquals(Map.of(CheckOutcome.PROLONGED, CARDS), report.counts());
  }

  @Test
  void countsFromTheDayOfEachCardsOwnCheck() throws Exception {
    authority.answer(cutAt(70));
    assertThrows(ScriptedAuthority.PowerCut.class, this::run);
    clock.pass(Duration.ofDays(1));
    authority.answer(_ -> new SignatureStanding.Valid());
    run();

    assertEquals(AFTER, library.card(69).expires());
    assertEquals(AFTER.plusDays(1), library.card(70).expires());
  }

  @Test
  void asksOnceMoreForWhomThereWasNoAnswer() throws Exception {
    boolean[] told = new boolean[CARDS];
    authority.answer(index -> {
      boolean second = told[index];
      told[index] = true;
      return second || index % 7 != 0 ? new SignatureStanding.Valid() : UNAVAILABLE;
    });

    RenewalReport report = run();

    assertTrue(report.finished());
    assertEquals(Map.of(CheckOutcome.PROLONGED, CARDS), report.counts());
    assertEquals(CARDS + 18, authority.asked().size());
    assertEquals(Renewal.AUTOMATIC, library.card(7).renewal());
  }

  @Test
  void sendsToCounterForWhomThereIsNoAnswerUntilThereIsOne() throws Exception {
    authority.answer(index -> index == 7 ? UNAVAILABLE : new SignatureStanding.Valid());
    RenewalReport report = run();

    assertFalse(report.finished());
    assertEquals(1, report.count(CheckOutcome.Group.FAILED));
    assertEquals(
        List.of(
            new RenewalReport.Line(LinkedLibrary.patron(7), CheckOutcome.AUTHORITY_UNAVAILABLE)),
        report.toCounter());
    assertEquals(
        new CheckedCard(BEFORE, Renewal.AUTOMATIC_FAILED, Residence.RESIDENT), library.card(7));

    authority.forget();
    authority.answer(_ -> new SignatureStanding.Valid());
    clock.pass(Duration.ofDays(1));
    report = run();

    assertTrue(report.finished());
    assertEquals(List.of(7), authority.asked());
    assertEquals(
        new CheckedCard(AFTER.plusDays(1), Renewal.AUTOMATIC, Residence.RESIDENT), library.card(7));
  }

  @Test
  void stopsAskingOnceTheAuthorityIsSilentAndGoesOnLater() throws Exception {
    authority.answer(_ -> UNAVAILABLE);
    RenewalReport report = run();

    assertFalse(report.finished());
    assertEquals(20, authority.asked().size());
    assertEquals(Renewal.AUTOMATIC, library.card(20).renewal());

    authority.answer(_ -> new SignatureStanding.Valid());
    report = run();

    assertTrue(report.finished());
    assertEquals(Map.of(CheckOutcome.PROLONGED, CARDS), report.counts());
  }

  @Test
  void leavesTheDateAloneThatACounterHasGivenMeanwhile() throws Exception {
    authority.answer(index -> {
      if (index == 5) {
        renewAtCounter(5, "2030-01-01");
      }
      return new SignatureStanding.Valid();
    });
    RenewalReport report = run();

    assertEquals(LocalDate.of(2030, 1, 1), library.card(5).expires());
    assertEquals(1, report.counts().get(CheckOutcome.LONGER_ALREADY));
  }

  @Test
  void leavesOutWhoseLinkWasRemovedMeanwhile() throws Exception {
    authority.answer(index -> {
      if (index == 5) {
        library.execute("UPDATE links SET state = 'REMOVED', patron = NULL WHERE patron IN ('"
            + LinkedLibrary.patron(5).number() + "', '"
            + LinkedLibrary.patron(6).number() + "')");
      }
      return new SignatureStanding.Valid();
    });
    RenewalReport report = run();

    assertTrue(report.finished());
    assertFalse(authority.asked().contains(6));
    assertEquals(BEFORE, library.card(5).expires());
    assertEquals(BEFORE, library.card(6).expires());
    assertEquals(Map.of(CheckOutcome.PROLONGED, CARDS - 2), report.counts());
  }

  @Test
  void asksAgainAboutOthersThoughALinkWithoutAnAnswerIsRemoved() throws Exception {
    authority.answer(
        index -> index == 7 || index == 9 ? UNAVAILABLE : new SignatureStanding.Valid());
    assertFalse(run().finished());
    library.execute("UPDATE links SET state = 'REMOVED', patron = NULL, sealed_identifier = NULL"
        + " WHERE patron = '" + LinkedLibrary.patron(7).number() + "'");
    // Behind by one round, as after a run that was cut off.
    library.execute("UPDATE renewal_results SET times = 1 WHERE patron = '"
        + LinkedLibrary.patron(7).number() + "'");
    authority.forget();
    authority.answer(_ -> new SignatureStanding.Valid());

    RenewalReport report = run();

    assertTrue(report.finished());
    assertEquals(List.of(9), authority.asked());
    assertEquals(AFTER, library.card(9).expires());
  }

  @Test
  void sendsToCounterWhoseLinkIsFromBeforeIdentifiersWereKept() throws Exception {
    library.execute("UPDATE links SET sealed_identifier = NULL WHERE patron = '"
        + LinkedLibrary.patron(7).number() + "'");

    RenewalReport report = run();

    assertTrue(report.finished());
    assertEquals(CARDS - 1, authority.asked().size());
    assertEquals(
        List.of(new RenewalReport.Line(LinkedLibrary.patron(7), CheckOutcome.IDENTIFIER_NOT_KEPT)),
        report.toCounter());
    assertEquals(
        new CheckedCard(BEFORE, Renewal.AUTOMATIC_FAILED, Residence.RESIDENT), library.card(7));
  }

  @Test
  void forgetsWhoHadWhatOutcomeTwoMonthsAgo() throws Exception {
    for (int month = 0; month < 3; month++) {
      run();
      clock.pass(Duration.ofDays(31));
    }
    assertEquals(
        List.of("2026-12", "2027-01"),
        library.rows("SELECT DISTINCT month FROM renewal_results ORDER BY month"));
  }

  private RenewalReport run() throws Exception {
    return new MonthlyRenewal(
            library,
            library.store().renewals(),
            authority,
            new MonthlyCheck(new ValidityRule.YearAfterCheck()),
            clock,
            LinkedLibrary.ZONE)
        .run();
  }

  private void renewAtCounter(int index, String expires) {
    library.execute("UPDATE patrons SET expires = '%s' WHERE patron = '%s'"
        .formatted(expires, LinkedLibrary.patron(index).number()));
  }

  private static Function<Integer, SignatureStanding> cutAt(int cut) {
    return index -> {
      if (index == cut) {
        throw new ScriptedAuthority.PowerCut();
      }
      return new SignatureStanding.Valid();
    };
  }
}
