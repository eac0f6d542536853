package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  private static final Pattern NUMBER = Pattern.compile("貸出券の番号は (\\d+)");

  @TempDir
  private Path folder;

  private final Clock clock = Clock.system(DemoStation.ZONE);
  private final Pty terminal = Pty.open();
  private DemoStation station;
  private Process desk;
  private TerminalTalk talk;

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
    talk = new TerminalTalk(terminal, desk, folder.resolve("desk.log"));
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
    talk.answer("何をしますか", "7");
    talk.answer("氏名", "貸出太郎");
    talk.answer("住所", "貸出市図書館町1-1");
    talk.answer("生年月日", "19980301");
    talk.answer("電話番号", "");
    talk.answer("住まい", "1");
    talk.answer("本人を確かめましたか", "1");
    talk.answer("領収書などで確かめましたか", "1");
    talk.answer("この内容でよいですか", "1");
    talk.answer("続けてマイナンバーカードと連携しますか", "1");
    talk.answer("同意しますか", "");
    String _ = talk.await("置いてもらい");
    try (VirtualReaderLink _ = VirtualReaderLink.insert(station.card(CardVariant.NORMAL, 20))) {
      awaitPcscd();
      terminal.send("\r");
      talk.answer("同じですか", "1");
      talk.answer("4桁、残り 3 回", "1234");
      String _ = talk.await("利用者証明用の暗証番号が合いました");
      String _ = talk.await("と連携しました");
      String _ = talk.await("カードがまだ残っています");
    }
    awaitPcscd();
    terminal.send("\r");
    talk.answer("何をしますか", "0");
    String _ = talk.await("職員の名前");
    desk.destroy();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end when it is told to");
    assertEquals(0, desk.exitValue(), talk::log);
    assertFalseSaid("1234");
    assertEquals(
        List.of("kiosk_started", "sign_in", "register", "sign_out", "kiosk_stopped"), audited());
    Matcher number = NUMBER.matcher(talk.said());
    assertTrue(number.find(), talk::said);
    assertLinked(new PatronId(number.group(1)));
  }

  @Test
  void signsOutAndEndsWellWhenTheTerminalHangsUp() throws Exception {
    signIn();
    talk.answer("何をしますか", "4");
    String _ = talk.await("貸出券の番号");
    terminal.close();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end without a terminal");
    assertEquals(0, desk.exitValue(), talk::log);
    assertEquals(
        List.of("kiosk_started", "sign_in", "link", "sign_out", "kiosk_stopped"), audited());
  }

  @Test
  void endsWellWhenTheTerminalHangsUpWhileAPasswordIsTyped() throws Exception {
    String _ = talk.await("職員の名前");
    terminal.send(DemoStation.STAFF + "\r");
    String _ = talk.await("パスワード");
    terminal.send("toshok");
    terminal.close();
    assertTrue(desk.waitFor(10, TimeUnit.SECONDS), "the desk does not end without a terminal");
    assertEquals(0, desk.exitValue(), talk::log);
    assertEquals(List.of("kiosk_started", "kiosk_stopped"), audited());
  }

  private void signIn() {
    talk.answer("職員の名前", DemoStation.STAFF);
    talk.answer("パスワード", DemoStation.STAFF_PASSWORD);
  }

  private static String configuration(String demo) {
    return demo.replace(
            "[reader]\ndriver = \"simulated\"",
            "[reader]\ndriver = \"pcsc\"\nname = \"Virtual PCD 00 00*\"")
        .replace("[scanner]\ndriver = \"simulated\"", "[scanner]\ndriver = \"terminal\"");
  }

  /** It looks at this reader every 400 ms. */
  private void awaitPcscd() {
    talk.listen(Duration.ofMillis(1500));
  }

  private void assertFalseSaid(String secret) {
    assertFalse(talk.said().contains(secret), () -> secret + " is shown:\n" + talk.said());
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
