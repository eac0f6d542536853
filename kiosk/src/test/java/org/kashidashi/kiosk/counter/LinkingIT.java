package org.kashidashi.kiosk.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;

/**
 * The desk on the PC/SC service with a virtual reader and card; OpenSC, written by others, says
 * afterwards how many tries are left. Run by packaging/with-pcscd.
 */
final class LinkingIT {
  private static final Pattern TRIES_LEFT =
      Pattern.compile("User Authentication PIN\\].*?Tries left\\s*: (\\d+)", Pattern.DOTALL);

  @TempDir
  Path folder;

  private DeskStage stage;
  private PcscBench bench;
  private SimCard card;

  @BeforeEach
  void open() throws Exception {
    bench = new PcscBench();
    stage = DeskStage.open(folder, bench);
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void linksWithSamePins() throws IOException {
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
    stage.patron().types(SamePins.SAME, "1234");
    link();
    String said = stage.run();
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent(), said);
    assertEquals(3, openscSaysTriesLeft());
  }

  @Test
  void linksWithDifferentPins() throws IOException {
    card = stage
        .station()
        .card(CardVariant.NORMAL, CardHolder.numbered(DeskStage.HOLDER).withInputPin("5678"));
    stage.patron().types(SamePins.DIFFERENT, "5678", "1234");
    link();
    String said = stage.run();
    assertTrue(stage.registry().applications().getFirst().cardKey().isPresent(), said);
    assertEquals(3, openscSaysTriesLeft());
  }

  @Test
  void keepsTheLastTryAfterTwoWrongPins() throws IOException {
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
    stage.patron().types(SamePins.DIFFERENT, "1234", "0000", "0001");
    link();
    String said = stage.run();
    assertEquals(Optional.empty(), stage.registry().linkedOn(DeskStage.LIBRARY_CARD), said);
    assertEquals("LAST_TRY_KEPT", stage.audited().get(1).code());
    assertEquals(1, openscSaysTriesLeft());
  }

  @Test
  void changesNothingWhenCardIsPulledWhilePinIsTyped() {
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
    stage.patron().types(SamePins.SAME, "1234").whileTyping(bench::pull);
    link();
    String said = stage.run();
    assertEquals("MOVED", stage.audited().get(1).code(), said);
    assertEquals(Optional.empty(), stage.registry().linkedOn(DeskStage.LIBRARY_CARD));
  }

  @Test
  void lendsByCardWithoutPin() throws Exception {
    card = stage.station().card(CardVariant.NORMAL, 1);
    stage
        .chooses(CounterTask.LEND)
        .say("")
        .then(this::place)
        .say("")
        .then(stage::removeCard)
        .say("", "1000000016", "");
    String said = stage.run();
    assertEquals(1, stage.services().store().outboxCounts().pending(), said);
  }

  private void link() {
    stage
        .chooses(CounterTask.LINK)
        .say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1")
        .then(this::place)
        .say("");
  }

  private void place() {
    stage.placeCard(card);
  }

  private static int openscSaysTriesLeft() throws IOException {
    Process process = new ProcessBuilder("pkcs15-tool", "--list-pins")
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.onExit().join().exitValue(), output);
    Matcher tries = TRIES_LEFT.matcher(output);
    assertTrue(tries.find(), output);
    return Integer.parseInt(tries.group(1));
  }
}
