package org.kashidashi.kiosk.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.counter.DialogueOverException.Reason;

/** The staff's terminal, with a line discipline of software between keys and program. */
final class TerminalDialogueTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService others = Executors.newSingleThreadExecutor();
  private PipedInputStream line;

  @BeforeEach
  void connect() throws IOException {
    line = new PipedInputStream(keys);
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
    others.shutdownNow();
  }

  @Test
  void takesLineAsItIsTyped() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      type("貸出市 \"図書館\\町\" 1-1!2\n");
      assertEquals("貸出市 \"図書館\\町\" 1-1!2", dialogue.ask("住所> "));
    }
  }

  @Test
  void keepsNothingOfWhatWasTyped() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      type("9999900120\n");
      assertEquals("9999900120", dialogue.ask("> "));
      // Up: an editor with a memory would bring it back.
      type("\u001b[A\n");
      assertFalse(dialogue.ask("> ").contains("99999"));
    }
  }

  @Test
  void cutsEndlessLine() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      type("x".repeat(400) + "\n");
      assertEquals(Dialogue.LINE_MAXIMUM, dialogue.ask("> ").length());
    }
  }

  @Test
  void answersWithScanThatComesWhileItWaits() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      var _ = timer.schedule(
          () -> dialogue.scanned("1000000016"), SHORT.toMillis(), TimeUnit.MILLISECONDS);
      assertEquals("1000000016", dialogue.ask("> "));
      type("1\n");
      assertEquals("1", dialogue.ask("> "));
    }
  }

  @Test
  void answersWithScanThatCameBefore() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      dialogue.scanned("1000000016");
      dialogue.scanned("1000000024");
      assertEquals("1000000016", dialogue.ask("> "));
      assertEquals("1000000024", dialogue.ask("> "));
    }
  }

  @Test
  void saysThatItIsQuietAndForgetsScansOfBefore() throws Exception {
    try (TerminalDialogue dialogue = dialogue(SHORT)) {
      assertOver(Reason.QUIET, () -> dialogue.ask("> "));
      assertOver(Reason.QUIET, () -> dialogue.askSecretly("> "));
    }
  }

  @Test
  void saysThatTerminalWasClosed() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      keys.close();
      assertOver(Reason.CLOSED, () -> dialogue.ask("> "));
      assertOver(Reason.CLOSED, () -> dialogue.askSecretly("> "));
    }
  }

  @Test
  void endsWaitingQuestionWhenToldTo() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      var _ = timer.schedule(
          () -> dialogue.end(Reason.CLOSED), SHORT.toMillis(), TimeUnit.MILLISECONDS);
      assertOver(Reason.CLOSED, () -> dialogue.ask("> "));
      assertOver(Reason.CLOSED, () -> dialogue.ask("> "));
      assertFalse(Thread.interrupted(), "an interrupt is left over");
    }
  }

  @Test
  void showsNothingOfSecretLine() throws Exception {
    try (TerminalDialogue dialogue = dialogue(LONG)) {
      // Not before it is asked: what is typed ahead, the terminal shows by itself.
      Future<?> typed = others.submit(() -> {
        awaitShown("パスワード> ");
        type("hirake\u007fe-goma\n");
        return null;
      });
      assertArrayEquals("hirake-goma".toCharArray(), dialogue.askSecretly("パスワード> "));
      typed.get();
    }
    String text = shown.toString(UTF_8);
    assertFalse(text.contains("h") || text.contains("goma"), text);
  }

  /** Whoever types an address slowly is not signed out over it, and not for ever. */
  @Test
  void waitsLongerForWhoHasBegunALineAndNotForEver() throws Exception {
    Silence silence = new Silence();
    AtomicBoolean over = new AtomicBoolean();
    try (TerminalDialogue dialogue = dialogue(LONG, silence)) {
      type("貸出市");
      Future<?> silent = others.submit(() -> {
        awaitShown("貸出市");
        silence.falls();
        silence.falls();
        type("図書館町\n");
        return null;
      });
      assertEquals("貸出市図書館町", dialogue.ask("住所> "));
      silent.get();
      type("返却");
      silent = others.submit(() -> {
        awaitShown("返却");
        silence.falls();
        silence.falls();
        // It falls again and again: JLine may be at work when it is broken off, and not hear of it.
        await().atMost(10, TimeUnit.SECONDS).until(() -> {
          silence.falls();
          return over.get();
        });
        return null;
      });
      assertOver(Reason.QUIET, () -> dialogue.ask("住所> "));
      over.set(true);
      silent.get();
    } finally {
      silence.shutdownNow();
    }
  }

  @Test
  void signsOutWhoHasTypedNothingAtTheFirstSilence() throws Exception {
    Silence silence = new Silence();
    try (TerminalDialogue dialogue = dialogue(LONG, silence)) {
      Future<?> silent = others.submit(() -> {
        awaitShown("番号> ");
        silence.falls();
        return null;
      });
      assertOver(Reason.QUIET, () -> dialogue.ask("番号> "));
      silent.get();
    } finally {
      silence.shutdownNow();
    }
  }

  private void awaitShown(String text) {
    await().atMost(10, TimeUnit.SECONDS).until(() -> shown.toString(UTF_8).contains(text));
  }

  /** A timer in the hand of a test: what it was given to do, it does when it is told to. */
  private static final class Silence extends ScheduledThreadPoolExecutor {
    private final BlockingQueue<Runnable> listening = new LinkedBlockingQueue<>();
    private Runnable last = () -> {};

    Silence() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
        Runnable command, long initialDelay, long period, TimeUnit unit) {
      listening.add(command);
      return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }

    /** As long as the desk is patient, nothing came. */
    void falls() {
      for (Runnable next = listening.poll(); next != null; next = listening.poll()) {
        last = next;
      }
      last.run();
    }
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  private TerminalDialogue dialogue(Duration patience) throws IOException {
    return dialogue(patience, timer);
  }

  private TerminalDialogue dialogue(Duration patience, ScheduledExecutorService silence)
      throws IOException {
    return new TerminalDialogue(
        TerminalBuilder.builder()
            .system(false)
            .streams(line, shown)
            .type("dumb")
            .encoding(UTF_8)
            .build(),
        patience,
        silence);
  }

  private interface Question {
    void ask() throws DialogueOverException;
  }

  private static void assertOver(Reason reason, Question question) {
    assertEquals(
        reason, assertThrows(DialogueOverException.class, question::ask).reason());
  }
}
