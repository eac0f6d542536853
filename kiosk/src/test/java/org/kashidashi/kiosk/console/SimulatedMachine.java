package org.kashidashi.kiosk.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.MistakenFileException;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.KioskGone;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.StickException;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.kashidashi.kiosk.diagnosis.WalkThrough;

/**
 * A machine that a console can look after, strict: it refuses what a real one may refuse, and every
 * text that devices and files tell tries to steer the terminal.
 */
public final class SimulatedMachine
    implements Diagnosis, ConfigurationEditor, MachineControl, WalkThrough {
  /** As a hostile device or file would put it. */
  static final String HOSTILE = "読\u001b[2J\u009b31m\u202eXYZ\r\nOK";

  private final Duration person;
  private final Map<String, String> settings = new TreeMap<>(Map.of(
      "kiosk.id", "\"k1\"",
      "kiosk.label", "\"1号機\"",
      "session.idle", "\"60 s\"",
      "session.offers.languages", "[\"japanese\"]",
      "touch.calibration", "[]"));
  private final Map<String, String> changed = new TreeMap<>();
  private final Map<String, String> gathered = new TreeMap<>();
  private final Map<String, String> before = new TreeMap<>();
  private final List<String> orders = new ArrayList<>();
  private ServiceMode mode = ServiceMode.OPEN;
  private final List<ServiceMode> modes = new ArrayList<>();
  private ServiceMode modeBefore = ServiceMode.CLOSED;
  private int loansWaiting = 3;
  private int quarantined;
  private int visitLooks;
  private int looksOnTrial;
  private boolean comesUp = true;
  private boolean rolledBack;
  private boolean gone;
  private boolean goneAfterRestart;
  private boolean stick = true;
  private boolean unreadable;
  private boolean restarts = true;

  /**
   * With nobody who does what checks ask for.
   *
   * @param person how long a check waits for them
   */
  SimulatedMachine(Duration person) {
    this.person = person;
  }

  /** What was ordered of the machine as a whole. */
  List<String> orders() {
    return List.copyOf(orders);
  }

  /** The modes that it was given, one after the other. */
  List<ServiceMode> modes() {
    return List.copyOf(modes);
  }

  /** What it becomes again if it cannot be erased. */
  ServiceMode modeBefore() {
    return modeBefore;
  }

  void quarantined(int count) {
    quarantined = count;
  }

  /** Somebody is there while it is looked so often. */
  void visited(int looks) {
    visitLooks = looks;
  }

  void loansWaiting(int count) {
    loansWaiting = count;
  }

  /** Whether the kiosk starts with what is committed next. */
  void comesUp(boolean so) {
    comesUp = so;
  }

  void gone(boolean so) {
    gone = so;
  }

  /** The kiosk does not answer once it is started again. */
  void goneAfterRestart() {
    goneAfterRestart = true;
  }

  /** Whether the service manager takes the order. */
  void restarts(boolean so) {
    restarts = so;
  }

  void configurationUnreadable() {
    unreadable = true;
  }

  void stick(boolean there) {
    stick = there;
  }

  @Override
  public Health health() throws KioskGone {
    requireThere();
    List<Condition> conditions = new ArrayList<>();
    conditions.add(Condition.good(
        Part.KIOSK, new Fact(Subject.RUNNING_FOR, "", new Fact.Value.Span(Duration.ofHours(30)))));
    if (looksOnTrial > 0) {
      conditions.add(Condition.doubtful(Part.CONFIGURATION, Cause.CONFIGURATION_ON_TRIAL));
    } else if (rolledBack) {
      conditions.add(Condition.doubtful(Part.CONFIGURATION, Cause.CONFIGURATION_ROLLED_BACK));
    } else {
      conditions.add(Condition.good(Part.CONFIGURATION));
    }
    conditions.add(Condition.bad(
        Part.READER,
        Cause.READER_MISSING,
        new Fact(Subject.DEVICE, "", new Fact.Value.Text(HOSTILE))));
    conditions.add(Condition.unknown(Part.SCANNER));
    conditions.add(Condition.absent(Part.PRINTER));
    conditions.add(Condition.doubtful(
        Part.DISK, Cause.DISK_NEARLY_FULL, Fact.number(Subject.ROOM_SHARE, 7.5)));
    if (mode == ServiceMode.MAINTENANCE) {
      conditions.add(Condition.doubtful(Part.DISPLAY, Cause.IN_MAINTENANCE));
    }
    return new Health(mode, conditions);
  }

  @Override
  public List<Fact> facts(Topic topic) throws KioskGone {
    requireThere();
    return switch (topic) {
      case QUEUE -> queued();
      case STATUS -> Stream.concat(some().stream(), Stream.of(visit())).toList();
      case DEVICES ->
        List.of(new Fact(Subject.DEVICE, Part.READER.name(), new Fact.Value.Text(HOSTILE)));
      case COUNTERS ->
        List.of(
            Fact.text(Subject.MODE, mode.name()),
            new Fact(Subject.LOANS, "", new Fact.Value.Quantity(12_345.6)),
            new Fact(Subject.LOANS, "start", new Fact.Value.Quantity(7.25)),
            new Fact(Subject.REFUSALS, "E-101 start", new Fact.Value.Quantity(2)),
            new Fact(Subject.TIME_TRUSTED, "RTC", new Fact.Value.Flag(true)));
      case ERRORS -> List.of();
      default -> some();
    };
  }

  private List<Fact> queued() {
    int parked = Math.min(1, loansWaiting);
    Fact waits = Fact.number(Subject.WAITING, loansWaiting - parked);
    Fact refused = Fact.number(Subject.PARKED, parked);
    Fact aside = Fact.number(Subject.QUARANTINED, quarantined);
    return loansWaiting == parked
        ? List.of(waits, refused, aside)
        : List.of(
            waits,
            new Fact(Subject.OLDEST, "", new Fact.Value.Span(Duration.ofMinutes(90))),
            refused,
            aside);
  }

  /** Whoever is there may borrow one more. */
  private Fact visit() {
    boolean there = visitLooks > 0;
    visitLooks = Math.max(0, visitLooks - 1);
    return new Fact(Subject.VISIT, "", new Fact.Value.Flag(there));
  }

  private static List<Fact> some() {
    return List.of(
        Fact.text(Subject.DEVICE, HOSTILE),
        new Fact(Subject.ADDRESS, "eth0", new Fact.Value.Text("192.0.2.7")),
        Fact.number(Subject.TEMPERATURE, 48.25),
        new Fact(Subject.TIME, "", new Fact.Value.Moment(Instant.parse("2026-11-20T05:05:00Z"))),
        new Fact(Subject.TIME_TRUSTED, "", new Fact.Value.Flag(true)),
        new Fact(Subject.OLDEST, "", new Fact.Value.Span(Duration.ofSeconds(754))));
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws KioskGone, NotNow, InterruptedException {
    requireThere();
    if (check.exclusive() && mode != ServiceMode.MAINTENANCE) {
      throw new NotNow(NotNow.Reason.NOT_IN_MAINTENANCE);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("broken off");
    }
    return switch (check) {
      case READER -> Condition.bad(Part.READER, Cause.READER_MISSING);
      case CARD -> {
        hints.accept(new Hint(Hint.Wish.PUT_CARD, 1, 2));
        // A person takes their time, and may give up.
        boolean _ = new CountDownLatch(1).await(person.toMillis(), TimeUnit.MILLISECONDS);
        yield Condition.bad(Part.CARD, Cause.CARD_NOT_SEEN);
      }
      case SCANNER -> Condition.good(Part.SCANNER, Fact.number(Subject.CHARACTERS, 10));
      case DISPLAY -> {
        hints.accept(new Hint(Hint.Wish.LOOK_AT_RED, 1, 2));
        hints.accept(new Hint(Hint.Wish.LOOK_AT_EDGES, 2, 2));
        yield Condition.good(Part.DISPLAY, Fact.number(Subject.PAINT_TIME, 41));
      }
      case TOUCH ->
        Condition.doubtful(Part.TOUCH, Cause.TOUCH_OFF, Fact.number(Subject.DEVIATION, 4.126));
      case PRINTER -> Condition.absent(Part.PRINTER);
      case LAMPS -> {
        hints.accept(new Hint(Hint.Wish.LOOK_AT_READY_LAMP, 1, 3));
        hints.accept(new Hint(Hint.Wish.LOOK_AT_READING_LAMP, 2, 3));
        hints.accept(new Hint(Hint.Wish.LOOK_AT_ATTENTION_LAMP, 3, 3));
        yield Condition.good(Part.LAMPS);
      }
      case SOUND -> Condition.good(Part.SOUND);
      case NETWORK ->
        Condition.good(
            Part.NETWORK,
            Fact.number(Subject.ANSWER_TIME, 12),
            Fact.number(Subject.IDENTITY_DAYS, 211));
      case DATABASE -> Condition.good(Part.DATABASE, Fact.number(Subject.FLUSH_TIME, 3.2));
    };
  }

  @Override
  public void serve(ServiceMode wanted) throws KioskGone {
    requireThere();
    mode = wanted;
    modes.add(wanted);
  }

  @Override
  public List<Waiting> queue(int limit) throws KioskGone {
    requireThere();
    if (limit < 1 || limit > QUEUE_MAXIMUM) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
    return IntStream.range(0, Math.min(limit, loansWaiting))
        .mapToObj(i -> new Waiting(
            41 + i,
            Duration.ofMinutes(90 - i),
            i == 0 ? Waiting.State.PARKED : Waiting.State.PENDING,
            i == 0 ? Optional.of("ITEM_UNKNOWN\u001b[1m") : Optional.empty()))
        .toList();
  }

  @Override
  public List<Fact> retryQueue() throws KioskGone {
    requireThere();
    loansWaiting = Math.min(loansWaiting, 1);
    return queued();
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints) throws KioskGone, NotNow {
    requireThere();
    if (mode != ServiceMode.MAINTENANCE) {
      throw new NotNow(NotNow.Reason.NOT_IN_MAINTENANCE);
    }
    hints.accept(new Hint(Hint.Wish.TOUCH_TARGET, 1, 1));
    return List.of(1.0, 0.0, 0.0, 0.0, -1.0, 1.0);
  }

  @Override
  public void close() {
    gone = true;
  }

  @Override
  public List<Line> lines() {
    return settings.keySet().stream()
        .map(key -> new Line(key, value(key), changed.containsKey(key)))
        .toList();
  }

  private String value(String key) {
    return changed.getOrDefault(key, settings.getOrDefault(key, ""));
  }

  @Override
  public List<Mistake> set(String key, String value) {
    if (!settings.containsKey(key)) {
      return List.of(
          new Mistake("", 0, key, Problem.NOT_A_SETTING.with(), Remedy.LOOK_AT_SETTINGS.with()));
    }
    if (value.contains("wrong")) {
      return List.of(new Mistake(
          "",
          0,
          key,
          Problem.DOES_NOT_FIT.with(value),
          Remedy.GIVE.with(Allowed.LENGTH_OF_TIME.with("1 s", "9 s"))));
    }
    gathered.put(key, value);
    return List.of();
  }

  @Override
  public boolean redirects(String key, String value) {
    return key.equals("session.idle") && value.contains("redirected");
  }

  @Override
  public List<Change> gathered() {
    return gathered.entrySet().stream()
        .map(entry -> new Change(
            entry.getKey(),
            Optional.of(value(entry.getKey())),
            entry.getValue().isEmpty() ? Optional.empty() : Optional.of(entry.getValue())))
        .toList();
  }

  @Override
  public List<Mistake> check() throws MistakenFileException {
    if (unreadable) {
      Mistake mistake = new Mistake(
          "/etc/kashidashi/kiosk.toml", 0, "", Problem.NOT_UTF8.with(), Remedy.SAVE_AS_UTF8.with());
      throw new MistakenFileException(List.of(mistake), new IOException(mistake.toString()));
    }
    return List.of();
  }

  @Override
  public List<Mistake> commit() {
    before.clear();
    before.putAll(changed);
    changed.putAll(gathered);
    gathered.clear();
    looksOnTrial = 3;
    rolledBack = false;
    return List.of();
  }

  @Override
  public boolean rolledBack() {
    return rolledBack;
  }

  @Override
  public void drop() {
    gathered.clear();
  }

  @Override
  public boolean onTrial() {
    if (looksOnTrial > 0 && !gone) {
      looksOnTrial--;
      if (looksOnTrial == 0 && !comesUp) {
        changed.clear();
        changed.putAll(before);
        rolledBack = true;
      }
    }
    return looksOnTrial > 0;
  }

  @Override
  public boolean rollBack() {
    if (changed.equals(before)) {
      return false;
    }
    changed.clear();
    changed.putAll(before);
    looksOnTrial = 0;
    return true;
  }

  @Override
  public List<String> log(int lines) {
    return List.of("Nov 20 14:05:00 kiosk: reader lost", "Nov 20 14:05:01 " + HOSTILE);
  }

  @Override
  public String exportLog() throws IOException {
    requireStick();
    return "kashidashi-k1-log.txt";
  }

  @Override
  public List<String> clearLog() throws IOException {
    requireStick();
    return List.of("k1-audit-2026-09.jsonl", "k1-audit-2026-10.jsonl");
  }

  @Override
  public String exportQueue(List<Waiting> queue) throws IOException {
    requireStick();
    return "kashidashi-k1-queue.csv";
  }

  @Override
  public LocalDate enrol(String code) throws IOException {
    if (!code.equals("ABCD-2345")) {
      throw new IOException("this is no code: see that all of its groups are typed");
    }
    return LocalDate.of(2027, 11, 20);
  }

  @Override
  public void restartKiosk() throws IOException {
    if (!restarts) {
      throw new IOException("Access denied");
    }
    orders.add("restart");
    gone |= goneAfterRestart;
  }

  @Override
  public void reboot() {
    orders.add("reboot");
  }

  @Override
  public void factoryReset(ServiceMode before) {
    orders.add("factory reset");
    modeBefore = before;
  }

  @Override
  public boolean run(boolean english, Consumer<String> screens) {
    screens.accept(english ? "┌─ Loan ─┐\n│ START  │\n└────────┘" : "┌ 貸出 ┐\n└ 開始 ┘");
    screens.accept((english ? "1 item" : "1点 貸出しました。") + "\u001b[5m");
    return true;
  }

  private void requireThere() throws KioskGone {
    if (gone) {
      throw new KioskGone("no answer");
    }
  }

  private void requireStick() throws IOException {
    if (!stick) {
      throw new StickException.Missing();
    }
  }
}
