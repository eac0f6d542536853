package org.kashidashi.kiosk.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminalProvider;
import org.jline.terminal.impl.ExternalTerminal;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.CheapPasswords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.TerminalLine;
import org.kashidashi.kiosk.console.talk.Tongue;

/**
 * Has any bytes typed at the whole shell by a technician who has signed in, at a machine whose
 * devices tell hostile texts: it ends when the bytes end, and shows nothing that steers a terminal.
 * For the fuzzer.
 */
public final class ShellFuzz {
  private static final int SHOWN_MAXIMUM = 64 * 1024 * 1024;

  /** What the line editor may send: where the cursor is, what is erased. */
  private static final Pattern EDITING = Pattern.compile(
      "\u001b\\[[0-9]*[ABCDKP@]|\u001b\\[H\u001b\\[J|\u001b\\[J|\u001b\\[[0-9]*;[0-9]*H");

  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cntrl}&&[^\r\n\t\b\u0007]]|[\u0080-\u009f\u202a-\u202e\u2066-\u2069]");

  private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
      task -> Thread.ofPlatform().daemon().unstarted(task));

  /** Costly to make, and without a memory. */
  private static final SignIn SIGN_IN = CheapPasswords.signInWithoutDisk();

  private ShellFuzz() {}

  /** Called by the fuzzer. The first byte says how the technician is spoken to, and their role. */
  public static void fuzzerTestOneInput(byte[] octets) throws IOException {
    if (octets.length == 0) {
      return;
    }
    int how = octets[0];
    byte[] typed = Arrays.copyOfRange(octets, 1, octets.length);
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    boolean dumb = (how & 1) != 0;
    // Paused until the line has switched its echo off: that of a terminal shows anything.
    try (ExternalTerminal terminal = new ExternalTerminal(
            new DumbTerminalProvider(),
            "fuzz",
            "ansi",
            new ByteArrayInputStream(typed),
            shown,
            StandardCharsets.UTF_8,
            Terminal.SignalHandler.SIG_DFL,
            true);
        TerminalLine line =
            new TerminalLine(terminal, dumb, Duration.ofMinutes(1), TIMER, System::nanoTime)) {
      terminal.resume();
      Manner manner = new Manner(
          (how & 2) != 0 ? Tongue.EN : Tongue.JA, dumb || (how & 4) != 0, (how & 8) != 0);
      shell(new Talk(new BoundedLine(line), ZoneOffset.ofHours(9), manner), role(how >> 4)).run();
    } catch (LineOverException ended) {
      // The bytes are over; where the technician leaves before, the shell ends by itself.
      require(ended.reason() == LineOverException.Reason.HUNG_UP, "silence, where none was");
    }
    String text = shown.toString(StandardCharsets.UTF_8);
    require(text.length() < SHOWN_MAXIMUM, "an endless answer");
    String rest = dumb ? text : EDITING.matcher(text).replaceAll("");
    Matcher steering = STEERING.matcher(rest);
    if (steering.find()) {
      throw new IllegalStateException("the terminal is steered by %04x at %d"
          .formatted(rest.codePointAt(steering.start()), steering.start()));
    }
  }

  private static Role role(int number) {
    return switch (number & 3) {
      case 0 -> Role.VIEW;
      case 1 -> Role.TEST;
      case 2 -> Role.CONFIG;
      default -> Role.ADMIN;
    };
  }

  private static Shell shell(Talk talk, Role role) {
    SimulatedMachine machine = new SimulatedMachine(Duration.ZERO);
    return new Shell(
        new Bench(
            talk,
            new Bench.Machine(machine, machine, machine, machine, _ -> {}),
            SIGN_IN,
            new Technician("yamada", role)),
        _ -> {});
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
