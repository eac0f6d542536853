package org.kashidashi.kiosk.console.talk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminalProvider;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

/** Whom the watchdog of a line takes for gone. */
final class TerminalLineTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN = Duration.ofMinutes(3);
  private static final Duration ORDER = PATIENCE.multipliedBy(3);
  private static final int COMMANDS = 20;

  private record Unsuggested() implements Suggestions {
    @Override
    public List<String> words(String typed) {
      return List.of();
    }

    @Override
    public List<String> explain(String typed) {
      return List.of();
    }
  }

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** The watchdog's looks are in the hand of the test. */
  private static final class Timer extends ScheduledThreadPoolExecutor {
    private Runnable look = () -> {};

    Timer() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable command, long initialDelay, long delay, TimeUnit unit) {
      look = command;
      return super.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }

  @Test
  void staysForWhoTypesEachCommandFasterThanAnybodyLooks() throws Exception {
    try (Timer timer = new Timer();
        ExternalTerminal terminal = new ExternalTerminal(
            new DumbTerminalProvider(),
            "typed",
            "ansi",
            new ByteArrayInputStream("show health\r".repeat(COMMANDS).getBytes(US_ASCII)),
            new ByteArrayOutputStream(),
            StandardCharsets.UTF_8,
            Terminal.SignalHandler.SIG_DFL,
            true);
        TerminalLine line = new TerminalLine(terminal, false, PATIENCE, timer, nanos::get)) {
      line.endOnceItStands(() -> {}, () -> ended.set(true));
      terminal.resume();
      for (int command = 0; command < COMMANDS; command++) {
        assertEquals("show health", line.readCommand("> ", new Unsuggested()));
        nanos.addAndGet(BETWEEN.toNanos());
        timer.look.run();
      }
      assertFalse(ended.get(), "ended under somebody who works");
      nanos.addAndGet(ORDER.toNanos());
      timer.look.run();
      assertTrue(ended.get(), "goes on with an order that never ends");
      timer.shutdownNow();
    }
  }
}
