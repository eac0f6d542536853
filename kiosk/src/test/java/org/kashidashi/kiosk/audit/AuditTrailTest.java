package org.kashidashi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.PutBack;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.kiosk.session.Stage;
import org.kashidashi.sync.circulation.ClockState;

final class AuditTrailTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final AuditSource SOURCE = new AuditSource("k1", 7);
  private static final SessionId SESSION = SessionId.of(42);
  private static final Occurrence.SessionBegan BEGAN = new Occurrence.SessionBegan(SESSION);
  private static final AuditRecord RECORD = new AuditRecord.Happened(BEGAN);
  private static final List<AuditRecord> SAMPLES = List.of(
      new AuditRecord.KioskStarted("0.1.0-SNAPSHOT"),
      RECORD,
      new AuditRecord.Happened(new Occurrence.PatronIdentified(
          SESSION, Occurrence.PatronIdentified.Way.MY_NUMBER_CARD, false)),
      new AuditRecord.Happened(new Occurrence.RefusalShown(SESSION, "E-203")),
      new AuditRecord.Happened(new Occurrence.LoanMade(SESSION, true)),
      new AuditRecord.Happened(
          new Occurrence.SessionEnded(SESSION, Occurrence.SessionEnded.Ending.FINISHED, 3)),
      new AuditRecord.Happened(new Occurrence.CardLeftBehind(15)),
      new AuditRecord.Happened(new Occurrence.CardTakenAway(21)),
      new AuditRecord.Happened(new Occurrence.CutSessionFound(2)),
      new AuditRecord.Happened(
          new Occurrence.CutSessionClosed(Occurrence.CutSessionClosed.Closing.BY_HAND, true)),
      new AuditRecord.Happened(new Occurrence.StaffCalled(true)),
      new AuditRecord.Happened(new Occurrence.DoorMoved(true)),
      new AuditRecord.Happened(new Occurrence.StrangersSeen(true)),
      new AuditRecord.Happened(new Occurrence.PracticeBegan()),
      new AuditRecord.Happened(new Occurrence.LoanTakenBack(SESSION)),
      new AuditRecord.Happened(new Occurrence.OwnLoansShown(SESSION)),
      new AuditRecord.Happened(new Occurrence.StageLeft(SESSION, Stage.LENDING, 41_250)),
      new AuditRecord.Happened(new Occurrence.RenewalWished(SESSION, OwnLoan.Fate.TOO_OFTEN)),
      new AuditRecord.Happened(new Occurrence.ItemPutBack(SESSION, PutBack.Outcome.TAKEN)),
      new AuditRecord.AnchorImported("0a".repeat(32)),
      new AuditRecord.AnchorRemoved("0b".repeat(32)),
      new AuditRecord.AtCounter(CounterTask.LINK, CounterOutcome.REFUSED, "NO_CONSENT"),
      new AuditRecord.ConsoleSignIn(
          "ttyS0",
          "yamada",
          AuditRecord.ConsoleSignIn.Way.KEY,
          AuditRecord.ConsoleSignIn.Result.SIGNED_IN),
      new AuditRecord.ConsoleCommand("yamada", "test reader", "CHECK_FAILED"),
      new AuditRecord.ConsoleLogOff("yamada", AuditRecord.ConsoleLogOff.Ending.IDLE),
      new AuditRecord.TechnicianChanged(
          "yamada", AuditRecord.TechnicianChanged.Change.PASSWORD_SET),
      new AuditRecord.RecordsLost(5),
      new AuditRecord.KioskStopped(AuditRecord.KioskStopped.Reason.ORDERED));

  @TempDir
  Path directory;

  @Test
  void writesEveryKindAsOneLine() throws IOException {
    try (AuditTrail trail = trail(NOW)) {
      SAMPLES.forEach(trail::write);
    }
    Golden.file("audit.jsonl").check(Files.readString(file("2026-11")));
  }

  @Test
  void hasSampleOfEveryKind() {
    Set<Class<?>> kinds = kinds().collect(Collectors.toSet());
    Set<Class<?>> shown = SAMPLES.stream()
        .map(record -> record instanceof AuditRecord.Happened(Occurrence occurrence)
            ? occurrence.getClass()
            : record.getClass())
        .collect(Collectors.toSet());
    kinds.remove(AuditRecord.Happened.class);
    assertEquals(kinds, shown);
  }

  /**
   * The only texts are a version, a fingerprint, a code, and what a technician did at which line,
   * and each has a form of its own.
   */
  @Test
  void hasNoRoomForPersonalValues() {
    Set<Class<?>> harmless = Set.of(
        SessionId.class,
        Occurrence.class,
        boolean.class,
        int.class,
        Occurrence.PatronIdentified.Way.class,
        Occurrence.SessionEnded.Ending.class,
        Occurrence.CutSessionClosed.Closing.class,
        OwnLoan.Fate.class,
        Stage.class,
        PutBack.Outcome.class,
        AuditRecord.KioskStopped.Reason.class,
        AuditRecord.ConsoleSignIn.Way.class,
        AuditRecord.ConsoleSignIn.Result.class,
        AuditRecord.ConsoleLogOff.Ending.class,
        AuditRecord.TechnicianChanged.Change.class,
        CounterTask.class,
        CounterOutcome.class);
    Map<Class<?>, Set<String>> texts = Map.of(
        AuditRecord.TechnicianChanged.class, Set.of("technician"),
        AuditRecord.KioskStarted.class, Set.of("version"),
        AuditRecord.AnchorImported.class, Set.of("sha256"),
        AuditRecord.AnchorRemoved.class, Set.of("sha256"),
        AuditRecord.AtCounter.class, Set.of("code"),
        AuditRecord.ConsoleSignIn.class, Set.of("line", "technician"),
        AuditRecord.ConsoleCommand.class, Set.of("technician", "command", "code"),
        AuditRecord.ConsoleLogOff.class, Set.of("technician"),
        Occurrence.RefusalShown.class, Set.of("code"));
    List<String> suspects = new ArrayList<>();
    kinds().forEach(kind -> {
      for (RecordComponent component : kind.getRecordComponents()) {
        boolean text = component.getType() == String.class
            && texts.getOrDefault(kind, Set.of()).contains(component.getName());
        if (!text && !harmless.contains(component.getType())) {
          suspects.add(kind.getSimpleName() + "." + component.getName());
        }
      }
    });
    assertEquals(List.of(), suspects);
  }

  @Test
  void keepsTextsOutThatAreNotOfTheirForm() throws IOException {
    try (AuditTrail trail = trail(NOW)) {
      trail.write(new AuditRecord.Happened(new Occurrence.RefusalShown(SESSION, "貸出太郎")));
    }
    assertFalse(Files.readString(file("2026-11")).contains("貸出太郎"));
    assertThrows(IllegalArgumentException.class, () -> new AuditRecord.KioskStarted("貸出太郎"));
    assertThrows(
        IllegalArgumentException.class, () -> new AuditRecord.AnchorImported("0123456789"));
    assertThrows(IllegalArgumentException.class, () -> new AuditRecord.AnchorRemoved("0123456789"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditRecord.AtCounter(CounterTask.LINK, CounterOutcome.DONE, "9999900120"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditRecord.ConsoleCommand("貸出太郎", "show health", ""));
    assertThrows(
        IllegalArgumentException.class, () -> new AuditRecord.ConsoleCommand("yamada", "貸出太郎", ""));
  }

  @Test
  void beginsNewFileWithTheMonthInTheLibrarysZone() throws IOException {
    try (AuditTrail trail = trail(Instant.parse("2026-11-30T14:59:59Z"))) {
      trail.write(RECORD);
    }
    try (AuditTrail trail = trail(Instant.parse("2026-11-30T15:00:00Z"))) {
      trail.write(RECORD);
    }
    assertEquals(1, lines("2026-11").size());
    assertEquals(1, lines("2026-12").size());
  }

  @Test
  void changesFileWhileOpenWhenTheMonthChanges() throws IOException {
    SteppingClock clock = new SteppingClock(Instant.parse("2026-11-30T14:59:59Z"));
    try (AuditTrail trail = new AuditTrail(directory, SOURCE, clock, () -> ClockState.UNKNOWN)) {
      trail.write(RECORD);
      clock.now = Instant.parse("2026-11-30T15:00:00Z");
      trail.write(RECORD);
    }
    assertEquals(1, lines("2026-11").size());
    JsonObject second = lines("2026-12").getFirst();
    assertEquals(2, second.get("sequence").getAsInt());
    assertEquals("UNKNOWN", second.get("clock").getAsString());
  }

  @Test
  void endsTornLineBeforeTheNext() throws IOException {
    Files.writeString(file("2026-11"), "{\"time\":\"2026-11-2");
    try (AuditTrail trail = trail(NOW)) {
      trail.write(RECORD);
    }
    List<String> lines = Files.readAllLines(file("2026-11"));
    assertEquals(2, lines.size());
    assertEquals(
        "session_began",
        JsonParser.parseString(lines.getLast()).getAsJsonObject().get("kind").getAsString());
  }

  /** Links are not followed: whoever laid one wants somebody else's file written or given away. */
  @Test
  void countsWhatALinkWouldTakeElsewhereAndSaysSoLater() throws IOException {
    Files.createSymbolicLink(file("2026-11"), Path.of("/dev/full"));
    try (AuditTrail trail = trail(NOW)) {
      trail.write(RECORD);
      trail.write(RECORD);
      Files.delete(file("2026-11"));
      trail.write(RECORD);
    }
    List<JsonObject> lines = lines("2026-11");
    assertEquals(
        List.of("records_lost", "session_began"),
        lines.stream().map(line -> line.get("kind").getAsString()).toList());
    assertEquals(2, lines.getFirst().get("count").getAsInt());
  }

  @Test
  void countsWhatIsLostWhileDirectoryIsMissing() throws IOException {
    Path late = directory.resolve("late");
    try (AuditTrail trail =
        new AuditTrail(late, SOURCE, Clock.fixed(NOW, TOKYO), () -> ClockState.SYNCED)) {
      trail.write(RECORD);
      Files.createDirectory(late);
      trail.write(RECORD);
    }
    assertEquals(2, Files.readAllLines(late.resolve("audit-2026-11.jsonl")).size());
  }

  private static final class SteppingClock extends Clock {
    private Instant now;

    SteppingClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("this clock stays in Tokyo");
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static Stream<Class<?>> kinds() {
    return Stream.concat(
        Arrays.stream(AuditRecord.class.getPermittedSubclasses()),
        Arrays.stream(Occurrence.class.getPermittedSubclasses()));
  }

  private AuditTrail trail(Instant now) {
    return new AuditTrail(directory, SOURCE, Clock.fixed(now, TOKYO), () -> ClockState.SYNCED);
  }

  private Path file(String month) {
    return directory.resolve("audit-" + month + ".jsonl");
  }

  private List<JsonObject> lines(String month) throws IOException {
    return Files.readAllLines(file(month)).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
