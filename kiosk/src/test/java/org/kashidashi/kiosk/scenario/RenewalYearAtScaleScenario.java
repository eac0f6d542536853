package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.sim.LeafProfile;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.app.Services;
import org.kashidashi.kiosk.app.demo.Folders;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.lending.PatronAnswer;

/**
 * Ten thousand patrons of the renewal year are identified by their certificates in several months,
 * through the kiosk's caches, over HTTP, by the real central; nothing is drawn.
 */
final class RenewalYearAtScaleScenario {
  private static final int PATRONS = 10_000;

  /** Seeded, so that a failure can be repeated. */
  private static final long SEED = 20261120;

  /** December, February and April. */
  private static final Set<Integer> VISITED = Set.of(0, 2, 4);

  /** In which central is away, too: April. */
  private static final int AWAY = 4;

  /** Of so many, one is also asked about at the library, whose answer holds the library card's end. */
  private static final int WELCOMED_PART = 10;

  private static final String NOT_KNOWN = "RegistryUnreachable";

  @TempDir
  Path temporary;

  private final List<YearlyVisitor> visitors = visitors();
  private final Map<String, Long> online = new TreeMap<>();
  private final Map<String, Long> remembered = new TreeMap<>();
  private final Map<String, Long> forgotten = new TreeMap<>();
  private final Map<String, Long> welcomed = new TreeMap<>();

  @Test
  void identifiesEachOfTenThousandAsTheTableSays() throws Exception {
    Path folder = folder();
    try (RenewalYear year = new RenewalYear(folder, visitors)) {
      CompletableFuture<List<CertificateBytes>> making =
          CompletableFuture.supplyAsync(() -> certificates(folder));
      for (int month = 0; month <= Collections.max(VISITED); month++) {
        year.live(month);
        if (VISITED.contains(month)) {
          visits(year, making.join(), month);
        }
      }
    } finally {
      delete(folder);
    }
    assertEquals((long) PATRONS * VISITED.size(), sum(online), online.toString());
    assertEquals(PATRONS, sum(remembered), remembered.toString());
    assertEquals(PATRONS, sum(forgotten), forgotten.toString());
    assertEquals(
        Set.of("Identified", "Unlinked", "Reissued", "Stopped", "OldMethodOnly", "CardExpired"),
        online.keySet());
    online.forEach((what, times) -> assertTrue(times >= 300, what + " " + times));
    assertTrue(remembered.getOrDefault("Identified", 0L) >= 6_000, remembered.toString());
    assertTrue(forgotten.getOrDefault(NOT_KNOWN, 0L) >= 7_500, forgotten.toString());
    assertEquals(0, forgotten.getOrDefault("Identified", 0L));
    assertEquals(Set.of("served", "E-103", "E-104"), welcomed.keySet());
    assertTrue(sum(welcomed) >= 2_000, welcomed.toString());
  }

  private void visits(RenewalYear year, List<CertificateBytes> certificates, int month)
      throws Exception {
    try (RenewalYear.Opened opened = year.open(20)) {
      Services services = opened.wiring().services();
      add(online, identify(services, certificates, index -> expected(index, month)));
      for (int index = 0; index < PATRONS; index += WELCOMED_PART) {
        welcome(services, index, month);
      }
    }
    if (month == AWAY) {
      year.station().centralDown();
      try (RenewalYear.Opened opened = year.open(24)) {
        add(
            remembered,
            identify(
                opened.wiring().services(),
                certificates,
                index -> expectedAway(index, month, /* heardOfTheLink= */ true)));
      }
      try (RenewalYear.Opened opened = year.open(28)) {
        add(
            forgotten,
            identify(
                opened.wiring().services(),
                certificates,
                index -> expectedAway(index, month, /* heardOfTheLink= */ false)));
      }
      year.station().centralUp();
    }
  }

  /** Asserts who each is, and returns how many were what. */
  private Map<String, Long> identify(
      Services services, List<CertificateBytes> certificates, IntFunction<String> expected) {
    return IntStream.range(0, PATRONS)
        .parallel()
        .mapToObj(index -> {
          Identification found = services
              .identification()
              .apply(new CardReading.CertificateRead(certificates.get(index)));
          String what = "%s, patron %d".formatted(visitors.get(index), index);
          String kind = found.getClass().getSimpleName();
          assertEquals(expected.apply(index), kind, what);
          if (found instanceof Identification.Identified(var patron)) {
            assertEquals(RenewalYear.patron(index), patron, what);
          }
          return kind;
        })
        .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
  }

  private void welcome(Services services, int index, int month) throws Exception {
    char letter = visitors.get(index).shown(month);
    if (!visitors.get(index).linked(month) || visitors.get(index).authority(month) != 'K') {
      return;
    }
    String shown = switch (services.lending().welcome(RenewalYear.patron(index))) {
      case PatronAnswer.Welcome _ -> "served";
      case PatronAnswer.NotNow(var _, LoanRefusal.LibraryCardExpired _) -> "E-103";
      case PatronAnswer.NotNow(var _, LoanRefusal.AutomaticRenewalFailed _) -> "E-104";
      case PatronAnswer other -> other.getClass().getSimpleName();
    };
    String expected = Character.isDigit(letter) ? "E-10" + letter : "served";
    assertEquals(expected, shown, "%s, patron %d".formatted(visitors.get(index), index));
    welcomed.merge(shown, 1L, Long::sum);
  }

  private String expected(int index, int month) {
    return switch (visitors.get(index).shown(month)) {
      case '1' -> "Unlinked";
      case '2' -> "OldMethodOnly";
      case '5' -> "Stopped";
      case '6' -> "CardExpired";
      case 'r' -> "Reissued";
      default -> "Identified";
    };
  }

  private String expectedAway(int index, int month, boolean heardOfTheLink) {
    return visitors.get(index).shownWithoutCentral(month, heardOfTheLink).isPresent()
        ? expected(index, month)
        : NOT_KNOWN;
  }

  /** Each kind as often as every other, in an order of its own. */
  private static List<YearlyVisitor> visitors() {
    List<YearlyVisitor> all = List.of(YearlyVisitor.values());
    List<YearlyVisitor> visitors = new ArrayList<>();
    for (int index = 0; index < PATRONS; index++) {
      visitors.add(all.get(index % all.size()));
    }
    Collections.shuffle(
        visitors, Random.from(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED)));
    return visitors;
  }

  private List<CertificateBytes> certificates(Path folder) {
    try {
      TestHierarchy hierarchy =
          TestHierarchy.open(folder.resolve("authority"), AuthorityKeys.random());
      Instant from = Instant.parse("2024-04-01T00:00:00Z");
      return IntStream.range(0, PATRONS)
          .parallel()
          .mapToObj(index -> hierarchy
              .second()
              .issue(
                  LeafProfile.userAuthentication(
                      "TEST%06dTESTT99999001A".formatted(index),
                      BigInteger.valueOf(RenewalYear.FIRST_SERIAL + index),
                      from,
                      LeafProfile.endOf(end(visitors.get(index)))),
                  hierarchy.cardKey()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate end(YearlyVisitor visitor) {
    return visitor == YearlyVisitor.CERTIFICATE_ENDED_IN_FEBRUARY
        ? LocalDate.of(2027, 2, 10)
        : LocalDate.of(2029, 3, 1);
  }

  private static void add(Map<String, Long> counts, Map<String, Long> more) {
    more.forEach((kind, times) -> counts.merge(kind, times, Long::sum));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** In memory where there is room: a hundred thousand transactions would wear a disk. */
  private Path folder() throws Exception {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "kashidashi-year")
        : temporary;
  }

  private void delete(Path folder) throws Exception {
    if (!folder.equals(temporary)) {
      Folders.delete(folder);
    }
  }
}
