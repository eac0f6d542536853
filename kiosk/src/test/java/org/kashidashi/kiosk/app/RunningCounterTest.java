package org.kashidashi.kiosk.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimDisplay;
import org.kashidashi.hal.sim.SimPanelInput;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.speech.NoSpeech;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.counter.TerminalDialogue;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** A desk on its threads, with a panel for the person, that is ended at the worst moments. */
@Timeout(120)
final class RunningCounterTest {
  private static final TerminalSize SIZE = new TerminalSize(60, 22);
  private static final PatronId LIBRARY_CARD = new PatronId("9999900120");

  /** A press within 400 ms of a question was meant for the one before. */
  private static final Duration DELIBERATE = Duration.ofMillis(600);

  @TempDir
  Path folder;

  private final Clock clock = DemoStation.clock();
  private final SecureRandom random = new SecureRandom();
  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final SimDisplay display = new SimDisplay(SIZE);
  private final SimPanelInput panel = new SimPanelInput(SIZE.getColumns(), SIZE.getRows());
  private final SimCardReader reader = SimCardReader.inRealTime("simulated reader");
  private final SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private DemoStation station;
  private Wiring wiring;
  private TerminalDialogue terminal;
  private RunningCounter counter;
  private Future<Integer> code;
  private final CountDownLatch proven = new CountDownLatch(1);
  private int read;

  @BeforeEach
  void start() throws Exception {
    station = DemoStation.openWithStaff(folder, clock, random, UnaryOperator.identity());
    var configuration = station.counterConfiguration();
    wiring = Wiring.open(
        configuration,
        new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random),
        station.authority());
    unlink();
    terminal = new TerminalDialogue(
        TerminalBuilder.builder()
            .system(false)
            .streams(new PipedInputStream(keys), shown)
            .type("dumb")
            .encoding(UTF_8)
            .build(),
        configuration.counter().idle(),
        timer);
    counter = new RunningCounter(
        RunningCounter.Parts.of(configuration.counter(), wiring, reader, scanner, clock),
        new TrialWatch(new NoSupervisor(), proven::countDown, Runnable::run));
    PatronPanel patron = new PatronPanel(
        wiring.manner(),
        Panel.of(display, panel),
        new NoSpeech(),
        configuration.counter().idle());
    code = thread.submit(() -> counter.run(terminal, patron));
  }

  @AfterEach
  void stop() throws Exception {
    counter.stop();
    code.get(10, SECONDS);
    thread.shutdownNow();
    timer.shutdownNow();
    terminal.close();
    wiring.close();
    scanner.close();
    reader.close();
    station.close();
  }

  @Test
  void leavesNothingHalfDoneWhenItIsStoppedDuringAPin() throws Exception {
    typeUntilTheSecondPin();
    counter.stop();
    assertEquals(RunningKiosk.PANEL_CLOSED, code.get(10, SECONDS));
    assertTrue(said().contains("連携は変わっていません"), said());
    assertEquals(List.of("sign_in done", "link stopped", "sign_out done"), audited());
    CommandApdu last = reader.sent().getLast();
    assertEquals(
        "A4 4", "%X %d".formatted(last.ins(), last.p1()), "the application is not selected anew");
    // The one with data is the card-face PIN; the other was never sent.
    assertEquals(
        1,
        reader.sent().stream()
            .filter(command -> command.ins() == 0x20 && command.toBytes().length > 5)
            .count());
    assertEquals(Optional.empty(), linkedOn());
  }

  @Test
  void provesAChangedConfigurationByServingStaff() throws Exception {
    awaitSaid("職員の名前");
    assertTrue(proven.await(10, SECONDS));
  }

  @Test
  void endsAtOnceWhileAPasswordIsTyped() throws Exception {
    awaitSaid("職員の名前");
    type(DemoStation.STAFF + "\n");
    awaitSaid("パスワード");
    type("toshok");
    counter.stop();
    assertEquals(RunningKiosk.PANEL_CLOSED, code.get(5, SECONDS));
    assertEquals(List.of(), audited());
  }

  @Test
  void signsOutAndEndsWhenTheTerminalHangsUp() throws Exception {
    signIn();
    type("4\n");
    awaitSaid("貸出券の番号");
    keys.close();
    assertEquals(RunningKiosk.PANEL_CLOSED, code.get(10, SECONDS));
    assertEquals(List.of("sign_in done", "link stopped", "sign_out done"), audited());
  }

  @Test
  void restsOnceTheCardIsGone() throws Exception {
    typeUntilTheSecondPin();
    panel.type("*");
    panel.type("*");
    awaitPanel("手続きできませんでした");
    reader.remove();
    awaitPanel("お声がけください");
  }

  private void typeUntilTheSecondPin() throws IOException {
    signIn();
    type("4\n");
    awaitSaid("貸出券の番号");
    terminal.scanned(LIBRARY_CARD.number());
    awaitSaid("見せてもらいましたか");
    type("1\n");
    awaitSaid("本人であることを");
    type("1\n");
    press("同意", "1");
    awaitSaid("置いてもらい");
    reader.insert(station.card(CardVariant.NORMAL, CardHolder.numbered(20).withInputPin("5678")));
    type("\n");
    press("同じですか", "2");
    press("入力補助用", "5678#");
    press("利用者証明用", "12");
    awaitSaid("●●○○\n", "●●○○\n");
  }

  private void signIn() throws IOException {
    awaitSaid("職員の名前");
    type(DemoStation.STAFF + "\n");
    awaitSaid("パスワード");
    type(DemoStation.STAFF_PASSWORD + "\n");
    awaitSaid("何をしますか");
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  /** Once the panel asks for it, and not as an answer to what it asked before. */
  private void press(String question, String pressed) {
    awaitPanel(question);
    await().pollDelay(DELIBERATE).until(() -> true);
    panel.type(pressed);
  }

  private void awaitPanel(String text) {
    await()
        .atMost(20, SECONDS)
        .pollInterval(20, MILLISECONDS)
        .untilAsserted(() -> assertTrue(
            display.shows(text),
            () -> "'%s' does not come; the panel shows\n%s\nand staff were told\n%s"
                .formatted(text, String.join("\n", display.rows()), said())));
  }

  /** Said one after the other since what was awaited before. */
  private void awaitSaid(String... texts) {
    for (String text : texts) {
      await().atMost(20, SECONDS).pollInterval(20, MILLISECONDS).untilAsserted(() -> {
        int found = said().replace("\r", "").indexOf(text, read);
        assertTrue(found >= 0, () -> "'%s' does not come:\n%s".formatted(text, said()));
        read = found + text.length();
      });
    }
  }

  private String said() {
    return shown.toString(UTF_8);
  }

  private List<String> audited() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .flatMap(RunningCounterTest::lines)
          .filter(line -> line.contains("\"task\""))
          .map(line -> line.replaceAll(".*\"task\":\"(\\w+)\".*\"outcome\":\"(\\w+)\".*", "$1 $2"))
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The invented library has nobody without a link. */
  private void unlink() {
    CounterRegistry registry = wiring.counterRegistry();
    ok(registry.unlink(ticket(registry), LIBRARY_CARD, UnlinkReason.CARD_LOST));
  }

  private Optional<LocalDate> linkedOn() {
    CounterRegistry registry = wiring.counterRegistry();
    return ok(registry.patron(ticket(registry), LIBRARY_CARD)).linkedOn();
  }

  private static StaffTicket ticket(CounterRegistry registry) {
    return ok(registry.signIn(
        new StaffName(DemoStation.STAFF), DemoStation.STAFF_PASSWORD.toCharArray()));
  }

  private static <T> T ok(CounterReply<T> reply) {
    if (reply instanceof CounterReply.Ok<T>(T value)) {
      return value;
    }
    throw new AssertionError(reply);
  }
}
