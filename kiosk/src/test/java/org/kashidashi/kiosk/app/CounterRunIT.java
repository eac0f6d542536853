package org.kashidashi.kiosk.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.pty.Pty;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.sim.VirtualReaderLink;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffTicket;

/**
 * The program {@code kiosk run} in the role of a counter as a process of its own, on the PC/SC
 * service with a virtual reader and on a terminal that it leads a session on, as its unit has it.
 * Run by packaging/with-pcscd.
 */
class CounterRunIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration SILENCE = Duration.ofMillis(50);
  private static final Pattern NUMBER = Pattern.compile("貸出券の番号は (\\d+)");

  /** What JLine says to the terminal, beside what it says to staff. */
  private static final Pattern CONTROL =
      Pattern.compile("\u001b(\\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])");

  @TempDir
  private Path folder;

  private final Clock clock = Clock.system(DemoStation.ZONE);
  private final Pty terminal = Pty.open();
  private final StringBuilder said = new StringBuilder();
  private DemoStation station;
  private Process desk;
  private int read;

  @BeforeEach
  void startDesk() throws Exception {
    terminal.resize(80, 24);
    station =
        DemoStation.openWithStaff(folder, clock, new SecureRandom(), UnaryOperator.identity());
    Path configuration = folder.resolve("run.toml");
    Files.writeString(
        configuration, configuration(Files.readString(folder.resolve("counter.toml"))));
    ProcessBuilder builder = new ProcessBuilder(
            "setsid",
            "--ctty",
            // Whoever started the build may have ignored SIGHUP, which children inherit.
            "env",
            "--default-signal=HUP",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-ea",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--config",
            configuration.toString())
        .redirectInput(terminal.device().toFile())
        .redirectOutput(terminal.device().toFile())
        .redirectError(folder.resolve("desk.log").toFile());
    builder.environment().put("TERM", "vt220");
    desk = builder.start();
  }

  @AfterEach
  void stopDesk() throws Exception {
    desk.destroy();
    if (!desk.waitFor(10, TimeUnit.SECONDS)) {
      desk.destroyForcibly();
    }
    terminal.close();
    station.close();
  }

  @Test
  void registersAndLinksAPatronOnRealPartsAndEndsWell() throws Exception {
    signIn();
    answer("何をしますか", "7");
    answer("氏名", "貸出太郎");
    answer("住所", "貸出市図書館町1-1");
    answer("生年月日", "19980301");
    answer("電話番号", "");
    answer("住まい", "1");
    answer("本人を確かめましたか", "1");
    answer("領収書などで確かめましたか", "1");
    answer("この内容でよいですか", "1");
    answer("続けてマイナンバーカードと連携しますか", "1");
    answer("同意しますか", "");
    awaitSaid("置いてもらい");
    try (VirtualReaderLink _ = VirtualReaderLink.insert(station.card(CardVariant.NORMAL, 20))) {
      awaitPcscd();
      terminal.send("\r");
      answer("同じですか", "1");
      answer("4桁、残り 3 回", "1234");
      awaitSaid("利用者証明用の暗証番号が合いました");
      awaitSaid("と連携しました");
      awaitSaid("カードがまだ残っています");
    }
    awaitPcscd();
    terminal.send("\r");
    answer("何をしますか", "0");
    awaitSaid("職員の名前");
    desk.destroy();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end when it is told to");
    assertEquals(0, desk.exitValue(), this::log);
    assertFalseSaid("1234");
    assertEquals(
        List.of("kiosk_started", "sign_in", "register", "sign_out", "kiosk_stopped"), audited());
    Matcher number = NUMBER.matcher(said);
    assertTrue(number.find(), said::toString);
    assertLinked(new PatronId(number.group(1)));
  }

  @Test
  void signsOutAndEndsWellWhenTheTerminalHangsUp() throws Exception {
    signIn();
    answer("何をしますか", "4");
    awaitSaid("貸出券の番号");
    terminal.close();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end without a terminal");
    assertEquals(0, desk.exitValue(), this::log);
    assertEquals(
        List.of("kiosk_started", "sign_in", "link", "sign_out", "kiosk_stopped"), audited());
  }

  @Test
  void endsWellWhenTheTerminalHangsUpWhileAPasswordIsTyped() throws Exception {
    awaitSaid("職員の名前");
    terminal.send(DemoStation.STAFF + "\r");
    awaitSaid("パスワード");
    terminal.send("toshok");
    terminal.close();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end without a terminal");
    assertEquals(0, desk.exitValue(), this::log);
    assertEquals(List.of("kiosk_started", "kiosk_stopped"), audited());
  }

  private void signIn() throws IOException {
    answer("職員の名前", DemoStation.STAFF);
    // Not before it is asked: what is typed ahead, the terminal shows by itself.
    answer("パスワード", DemoStation.STAFF_PASSWORD);
  }

  private static String configuration(String demo) {
    return demo.replace(
            "[reader]\ndriver = \"simulated\"",
            "[reader]\ndriver = \"pcsc\"\nname = \"Virtual PCD 00 00*\"")
        .replace("[scanner]\ndriver = \"simulated\"", "[scanner]\ndriver = \"terminal\"");
  }

  private void answer(String question, String line) throws IOException {
    awaitSaid(question);
    terminal.send(line + "\r");
  }

  private void awaitSaid(String text) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (said.indexOf(text, read) < 0) {
      String come = new String(terminal.receive(SILENCE), UTF_8);
      said.append(CONTROL.matcher(come).replaceAll("").replace("\r", ""));
      if (System.nanoTime() > end || !desk.isAlive()) {
        throw new AssertionError("'%s' does not come; staff were told\n%s\nand the log says\n%s"
            .formatted(text, said, log()));
      }
    }
    read = said.indexOf(text, read) + text.length();
  }

  /** It looks at this reader every 400 ms. */
  private void awaitPcscd() throws IOException {
    said.append(new String(terminal.receive(Duration.ofMillis(1500)), UTF_8));
  }

  private void assertFalseSaid(String secret) {
    assertTrue(said.indexOf(secret) < 0, () -> secret + " is shown:\n" + said);
  }

  private List<String> audited() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("desk"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .flatMap(CounterRunIT::lines)
          .map(line -> line.replaceAll(".*\"(?:task|kind)\":\"(?!at_counter)(\\w+)\".*", "$1"))
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

  private String log() {
    try {
      return Files.readString(folder.resolve("desk.log"));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Central says so itself, to the store that the desk has left. */
  private void assertLinked(PatronId patron) throws Exception {
    Wiring.Surroundings around = new Wiring.Surroundings(
        clock, System::nanoTime, SimTimeSource.trusted(), new SecureRandom());
    try (Wiring wiring = Wiring.open(station.counterConfiguration(), around)) {
      CounterRegistry registry = wiring.counterRegistry();
      StaffTicket ticket = ok(registry.signIn(
          new StaffName(DemoStation.STAFF), DemoStation.STAFF_PASSWORD.toCharArray()));
      CounterPatron known = ok(registry.patron(ticket, patron));
      assertTrue(known.linkedOn().isPresent(), "central has no link of the new card");
    }
  }

  private static <T> T ok(CounterReply<T> reply) {
    if (reply instanceof CounterReply.Ok<T>(T value)) {
      return value;
    }
    throw new AssertionError(reply);
  }
}
