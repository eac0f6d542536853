package org.kashidashi.kiosk.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private PipedInputStream line;

  @BeforeEach
  void connect() throws IOException {
    line = new PipedInputStream(keys);
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
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
      var _ = timer.schedule(
          () -> {
            type("hirake\u007fe-goma\n");
            return null;
          },
          SHORT.toMillis(),
          TimeUnit.MILLISECONDS);
      assertArrayEquals("hirake-goma".toCharArray(), dialogue.askSecretly("パスワード> "));
    }
    String text = shown.toString(UTF_8);
    assertFalse(text.contains("h") || text.contains("goma"), text);
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  private TerminalDialogue dialogue(Duration patience) throws IOException {
    return new TerminalDialogue(
        TerminalBuilder.builder()
            .system(false)
            .streams(line, shown)
            .type("dumb")
            .encoding(UTF_8)
            .build(),
        patience,
        timer);
  }

  private interface Question {
    void ask() throws DialogueOverException;
  }

  private static void assertOver(Reason reason, Question question) {
    assertEquals(
        reason, assertThrows(DialogueOverException.class, question::ask).reason());
  }
}
