package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.hal.driver.pcsc.PcscCardReader;
import org.kashidashi.hal.driver.pcsc.PcscSettings;
import org.kashidashi.hal.driver.pcsc.ReaderRule;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardIssuer;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.hal.sim.VirtualReaderLink;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.app.demo.VirtualTime;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/**
 * From the read button to an identified patron on the real PC/SC stack, against OpenSC reading the
 * same certificate from the same virtual reader.
 */
final class CardReadTime implements Figure {
  private static final String NAME = "card.read.vs_opensc";
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 2;

  /** The least that a card and its reader take over one command; 15 to 40 ms are usual. */
  private static final Duration ANSWER_TIME = Duration.ofMillis(15);

  private static final Pattern CERTIFICATE =
      Pattern.compile("User Authentication Certificate\\].*?ID\\s*: ([0-9a-f]+)", Pattern.DOTALL);

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    VirtualTime time = new VirtualTime(DemoStation.TODAY, DemoStation.ZONE);
    SecureRandom random = new SecureRandom();
    TestHierarchy hierarchy = TestHierarchy.open(folder.resolve("authority"), random);
    SimCard card = CardReadSize.card(
        new CardIssuer(hierarchy, time.clock(), random), hierarchy, CardHolder.numbered(1));
    try (DemoStation station = DemoStation.open(folder, time.clock(), random);
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(
                time.clock(), System::nanoTime, SimTimeSource.trusted(), random));
        PcscCardReader reader = PcscCardReader.open(
            PcscSettings.of(new ReaderRule("Virtual PCD 00 00", ReaderRule.Slot.ANY)),
            System::nanoTime)) {
      ScriptedKiosk kiosk = new ScriptedKiosk(
          wiring.manner(),
          new Devices(reader, SimScanner.pluggedIn("bench"), new SimPrinter(32), new SimSignal()),
          wiring.services(),
          time,
          (screen, frame) -> {});
      SimCard realistic = card.slowedTo(ANSWER_TIME);
      Samples ours = ours(kiosk, realistic);
      Samples theirs = opensc(realistic);
      Samples oursAtOnce = ours(kiosk, card);
      Samples theirsAtOnce = opensc(card);
      return List.of(Measurement.atMost(
          NAME,
          ours.median() / theirs.median(),
          "ratio",
          0.3,
          ("%.0f ms from button to patron, pkcs15-tool --read-certificate %.0f ms, on a card"
                  + " that takes %d ms a command; on one that takes none %.0f and %.0f ms: %.2f")
              .formatted(
                  ours.median(),
                  theirs.median(),
                  ANSWER_TIME.toMillis(),
                  oursAtOnce.median(),
                  theirsAtOnce.median(),
                  oursAtOnce.median() / theirsAtOnce.median())));
    }
  }

  private static Samples ours(ScriptedKiosk kiosk, SimCard card) throws IOException {
    long[] durations = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long nanoseconds = readOnce(kiosk, card);
      if (round >= 0) {
        durations[round] = nanoseconds;
      }
    }
    return new Samples(durations);
  }

  private static long readOnce(ScriptedKiosk kiosk, SimCard card) throws IOException {
    try (VirtualReaderLink link = VirtualReaderLink.insert(card)) {
      awaitScreen(kiosk, Screen.CardPrompt.class);
      long start = System.nanoTime();
      kiosk.press(Action.READ_CARD);
      long end = System.nanoTime();
      if (!(kiosk.screen() instanceof Screen.TakeCard)) {
        throw new IllegalStateException("not identified: " + kiosk.screen() + link.received());
      }
      kiosk.press(Action.STOP);
      return end - start;
    } finally {
      awaitScreen(kiosk, Screen.Idle.class);
    }
  }

  /** Card detection takes a while in the virtual reader; it is not part of the figure. */
  private static void awaitScreen(ScriptedKiosk kiosk, Class<? extends Screen> kind) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!kind.isInstance(kiosk.screen())) {
      kiosk.settle();
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no %s but %s".formatted(kind, kiosk.screen()));
      }
      pause();
    }
  }

  private static Samples opensc(SimCard card) throws IOException {
    long[] durations = new long[ROUNDS];
    try (VirtualReaderLink link = VirtualReaderLink.insert(card)) {
      Matcher listed = CERTIFICATE.matcher(awaitList(link));
      if (!listed.find()) {
        throw new IllegalStateException("OpenSC does not list the certificate");
      }
      for (int round = -1; round < ROUNDS; round++) {
        long start = System.nanoTime();
        run("pkcs15-tool", "--read-certificate", listed.group(1));
        if (round >= 0) {
          durations[round] = System.nanoTime() - start;
        }
      }
    }
    return new Samples(durations);
  }

  private static String awaitList(VirtualReaderLink link) throws IOException {
    for (int attempt = 0; attempt < 20; attempt++) {
      String list = run("pkcs15-tool", "--list-certificates");
      if (CERTIFICATE.matcher(list).find()) {
        return list;
      }
      pause();
    }
    throw new IllegalStateException("OpenSC sees no card: " + link.received().size());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
