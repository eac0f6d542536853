package org.kashidashi.central.renewal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.SettableClock;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalLife;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * A year of monthly renewals over invented patrons, with the power failing at random.
 *
 * <p>Runs begin between 1:00 and 2:00 on the 1st of each month, December 2026 to November 2027, and go on within
 * the day. What each patron's card must be at the end stands in {@link RenewalLife}.
 */
final class RenewalYearSimulationTest {
  private static final int MONTHS = RenewalLife.MONTHS;
  private static final LocalDate FIRST_DAY = RenewalLife.FIRST_DAY;

  /** How often the power fails in a month, about. */
  private static final int CUTS = 3;

  @TempDir
  private Path temporary = Path.of("");

  private final SettableClock clock = new SettableClock();
  private final ScriptedAuthority authority = new ScriptedAuthority();
  private final Map<Integer, Integer> askedThisMonth = new HashMap<>();
  private final Map<Integer, Integer> cutThisMonth = new HashMap<>();
  private Optional<LinkedLibrary> library = Optional.empty();
  private int untilCut;

  /** A seed that fails is the argument that repeats it. */
  @ParameterizedTest
  @CsvSource({"20261120, 10000", "1, 440", "2, 440", "3, 440", "4, 440"})
  void givesEachPatronTheDateOfTheTable(long seed, int patrons) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<RenewalLife> lives = lives(patrons, random);
    Path folder = folder();
    int cuts = 0;
    try (LinkedLibrary made =
        new LinkedLibrary(folder, lives.stream().map(RenewalLife::before).toList())) {
      library = Optional.of(made);
      clock.pass(Duration.between(
          CentralClient.NOW,
          FIRST_DAY.atTime(1, random.nextInt(60)).atZone(LinkedLibrary.ZONE).toInstant()));
      Map<PatronId, CheckedCard> before = library().cards();
      for (int month = 0; month < MONTHS; month++) {
        cuts += month(lives, month, random);
        Map<PatronId, CheckedCard> after = library().cards();
        assertNeverShortenedNorRevived(before, after, FIRST_DAY.plusMonths(month));
        before = after;
        LocalDate next = FIRST_DAY.plusMonths(month + 1L);
        clock.pass(Duration.between(
            clock.instant(),
            next.atTime(1, random.nextInt(60)).atZone(LinkedLibrary.ZONE).toInstant()));
      }
      for (int index = 0; index < lives.size(); index++) {
        RenewalLife life = lives.get(index);
        assertEquals(life.then(), before.get(LinkedLibrary.patron(index)), life + " " + index);
      }
    } finally {
      delete(folder);
    }
    assertTrue(cuts >= MONTHS / 2, cuts + " cuts");
  }

  /** How often the power failed. */
  private int month(List<RenewalLife> lives, int month, RandomGenerator random) throws Exception {
    askedThisMonth.clear();
    cutThisMonth.clear();
    for (int index = 0; month > 0 && index < lives.size(); index++) {
      boolean linked = lives.get(index).linked(month);
      if (linked != lives.get(index).linked(month - 1)) {
        library().link(index, linked);
      }
    }
    authority.answer(index -> answer(lives.get(index), month, index));
    int cuts = 0;
    while (!ranThrough(lives, month, random)) {
      cuts++;
      library().reopen();
      authority.forget();
      clock.pass(Duration.ofMinutes(random.nextInt(30)));
    }
    assertAskedOnlyWithNeed(lives, month);
    return cuts;
  }

  /** Whether the power held. */
  private boolean ranThrough(List<RenewalLife> lives, int month, RandomGenerator random)
      throws Exception {
    untilCut = random.nextInt(2 * lives.size() / CUTS);
    try {
      assertEquals(!RenewalLife.someoneUnansweredIn(month), run().finished());
      return true;
    } catch (ScriptedAuthority.PowerCut | StoreException e) {
      return false;
    }
  }

  private RenewalReport run() throws Exception {
    return new MonthlyRenewal(
            library(),
            library().store().renewals(),
            authority,
            new MonthlyCheck(new ValidityRule.YearAfterCheck()),
            clock,
            LinkedLibrary.ZONE)
        .run();
  }

  private SignatureStanding answer(RenewalLife life, int month, int index) {
    int times = askedThisMonth.merge(index, 1, Integer::sum);
    if (untilCut-- == 0) {
      cutThisMonth.merge(index, 1, Integer::sum);
      cutOff(index);
    }
    boolean again = times - cutThisMonth.getOrDefault(index, 0) > 1;
    return life.standing(month, again);
  }

  private LinkedLibrary library() {
    return library.orElseThrow();
  }

  /** While the authority is asked, or between its answer and the disk. */
  private void cutOff(int index) {
    if (index % 2 == 0) {
      throw new ScriptedAuthority.PowerCut();
    }
    try {
      library().close();
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Once; and once more for each cut while asking, and for each answer that did not come. */
  private void assertAskedOnlyWithNeed(List<RenewalLife> lives, int month) {
    askedThisMonth.forEach((index, times) -> {
      char what = lives.get(index).answer(month);
      int cut = cutThisMonth.getOrDefault(index, 0);
      switch (what) {
        case 'x' -> assertEquals(2, times - cut, "asked " + index);
        // In the walk, and behind it for as long as others are heard.
        case 'X' -> assertTrue(times - cut >= 1, "asked " + index);
        case '-' -> fail("asked " + index + " without a link");
        default -> assertEquals(1, times - cut, "asked " + index);
      }
    });
  }

  private static void assertNeverShortenedNorRevived(
      Map<PatronId, CheckedCard> before, Map<PatronId, CheckedCard> after, LocalDate day) {
    before.forEach((patron, card) -> {
      LocalDate then = after.getOrDefault(patron, card).expires();
      assertFalse(then.isBefore(card.expires()), patron + " was shortened");
      if (card.expires().isBefore(day)) {
        assertEquals(card.expires(), then, patron + " was revived");
      }
    });
  }

  /** Each life as often as every other, in an order of its own. */
  private static List<RenewalLife> lives(int patrons, RandomGenerator random) {
    List<RenewalLife> all = List.of(RenewalLife.values());
    List<RenewalLife> lives = new ArrayList<>();
    for (int index = 0; index < patrons; index++) {
      lives.add(all.get(index % all.size()));
    }
    Collections.shuffle(lives, java.util.Random.from(random));
    return lives;
  }

  /** In memory where there is room: a hundred thousand transactions would wear a disk. */
  private Path folder() throws Exception {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "kashidashi-renewals")
        : temporary;
  }

  private void delete(Path folder) throws Exception {
    if (!folder.equals(temporary)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
