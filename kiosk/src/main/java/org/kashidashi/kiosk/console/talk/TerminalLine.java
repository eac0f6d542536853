package org.kashidashi.kiosk.console.talk;

import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial line, or any other terminal that the program runs in.
 *
 * <p>The console's thread asks. The end and silence come from other threads; each breaks off what is
 * under way. What cannot be broken off ends the program.
 */
public final class TerminalLine implements Line, AutoCloseable {
  /** How often it is looked whether somebody still types, within their patience. */
  private static final int LOOKS = 10;

  /** How many times the patience a line may take that somebody goes on typing. */
  private static final int LINE_TIMES = 3;

  /** What a serial line is taken for: nobody tells its size. */
  private static final Size USUAL = new Size(80, 24);

  /** As POSIX calls a control character that is switched off, on Linux. */
  private static final int DISABLED = 0;

  private static final int CTRL_C = 0x03;
  private static final int CTRL_D = 0x04;

  static final Suggestions NONE = new Suggestions() {
    @Override
    public List<String> words(String typed) {
      return List.of();
    }

    @Override
    public List<String> explain(String typed) {
      return List.of();
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(TerminalLine.class);

  private final Terminal terminal;
  private final boolean dumb;
  private final ScheduledExecutorService timer;
  private final LongSupplier nanos;
  private Editor editor;
  private Suggestions suggestions = NONE;
  private final Watchdog watchdog;
  private boolean silent;
  private Duration patience;

  /** When the line that is read now was asked for. */
  private long began;

  // Shared with other threads, under this object's lock.
  private Optional<Thread> busy = Optional.empty();
  private boolean idle;
  private boolean closed;
  private int looks;
  private int quietLooks;
  private int keysSeen;

  /**
   * On a terminal that becomes this object's to close.
   *
   * @param dumb whether it understands nothing but text
   * @param patience after how long without a key a technician counts as gone
   * @param timer stays the caller's to close
   * @param nanos a clock that never goes back
   */
  public TerminalLine(
      Terminal terminal,
      boolean dumb,
      Duration patience,
      ScheduledExecutorService timer,
      LongSupplier nanos) {
    this.terminal = terminal;
    this.dumb = dumb || Terminal.TYPE_DUMB.equals(terminal.getType());
    this.patience = patience;
    this.timer = timer;
    this.nanos = nanos;
    this.watchdog = new Watchdog(patience, nanos);
    if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
      terminal.setSize(USUAL);
    }
    calm();
    terminal.handle(Terminal.Signal.INT, _ -> {
      watchdog.key();
      breakOff();
    });
    this.editor = new Editor(terminal, () -> suggestions);
  }

  /**
   * On the standard streams.
   *
   * @param type the terminal's, as TERM says it; empty if nobody knows
   * @throws IOException the streams cannot be used
   */
  public static TerminalLine onStandardStreams(
      String type, Duration patience, ScheduledExecutorService timer, LongSupplier nanos)
      throws IOException {
    Terminal terminal = TerminalBuilder.builder()
        .system(true)
        .provider("ffm")
        .dumb(true)
        // ECMA-48's, which every terminal since the VT100 understands: no program is asked for it.
        .type("ansi")
        .encoding(StandardCharsets.UTF_8)
        .stdinEncoding(StandardCharsets.UTF_8)
        .stdoutEncoding(StandardCharsets.UTF_8)
        .nativeSignals(true)
        .signalHandler(Terminal.SignalHandler.SIG_IGN)
        .build();
    return new TerminalLine(terminal, isDumb(type), patience, timer, nanos);
  }

  /** Whether a terminal of this type understands nothing but text. */
  public static boolean isDumb(String type) {
    return type.isEmpty() || type.equals("dumb") || type.equals("unknown");
  }

  /**
   * What is typed ahead is not shown; Ctrl-S must not hold the program, nor Ctrl-\ make the virtual
   * machine print its threads.
   */
  private void calm() {
    Attributes attributes = terminal.getAttributes();
    attributes.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    attributes.setLocalFlag(Attributes.LocalFlag.ICANON, false);
    attributes.setInputFlag(Attributes.InputFlag.IXON, false);
    attributes.setControlChar(Attributes.ControlChar.VQUIT, DISABLED);
    attributes.setControlChar(Attributes.ControlChar.VSUSP, DISABLED);
    // The line editor would take Ctrl-D for the end of the line itself.
    attributes.setControlChar(Attributes.ControlChar.VEOF, DISABLED);
    terminal.setAttributes(attributes);
  }

  @Override
  public int columns() {
    return Math.max(COLUMNS_MINIMUM, terminal.getWidth());
  }

  @Override
  public String read(String prompt) throws LineOverException, BrokenOffException {
    return silent || dumb ? unedited(prompt, NONE) : edited(prompt, NONE, false);
  }

  @Override
  public String readCommand(String prompt, Suggestions offered)
      throws LineOverException, BrokenOffException {
    return silent || dumb ? unedited(prompt, offered) : edited(prompt, offered, true);
  }

  private String edited(String prompt, Suggestions offered, boolean command)
      throws LineOverException, BrokenOffException {
    begin(Watchdog.Doing.ASKING);
    suggestions = offered;
    long look = Math.max(1, patience.dividedBy(LOOKS).toMillis());
    Future<?> watch = timer.scheduleAtFixedRate(this::look, look, look, TimeUnit.MILLISECONDS);
    try {
      String typed = editor.read(prompt, command);
      watchdog.key();
      if (editor.left()) {
        throw new BrokenOffException(true);
      }
      return bounded(typed);
    } catch (UserInterruptException broken) {
      throw broken();
    } catch (EndOfFileException | IOError ended) {
      // A line that was hung up comes as the one or the other.
      LOG.debug("the line is gone", ended);
      throw new LineOverException(LineOverException.Reason.HUNG_UP);
    } finally {
      watch.cancel(false);
      end();
    }
  }

  private String unedited(String prompt, Suggestions offered)
      throws LineOverException, BrokenOffException {
    PlainEditor plain =
        silent ? PlainEditor.unseen() : PlainEditor.echoing(prompt, offered, terminal.writer());
    return bounded(new String(raw(plain)));
  }

  @Override
  public char[] readSecretly(String prompt) throws LineOverException, BrokenOffException {
    if (!silent) {
      show(writer -> writer.print(prompt));
    }
    try {
      return raw(PlainEditor.unseen());
    } finally {
      if (!silent) {
        write("");
      }
    }
  }

  private char[] raw(PlainEditor plain) throws LineOverException, BrokenOffException {
    begin(Watchdog.Doing.ASKING);
    Attributes before = terminal.enterRawMode();
    try {
      plain.begin();
      terminal.flush();
      while (takes(plain)) {
        terminal.flush();
      }
      return plain.line();
    } catch (InterruptedIOException interrupted) {
      throw broken();
    } catch (IOException gone) {
      LOG.debug("the line is gone", gone);
      throw new LineOverException(LineOverException.Reason.HUNG_UP);
    } finally {
      plain.wipe();
      terminal.setAttributes(before);
      terminal.flush();
      end();
    }
  }

  /** Whether the line goes on after the next key. */
  private boolean takes(PlainEditor plain)
      throws IOException, LineOverException, BrokenOffException {
    boolean late = nanos.getAsLong() - began > patience.toNanos() * LINE_TIMES;
    int key = late ? NonBlockingReader.READ_EXPIRED : terminal.reader().read(patience.toMillis());
    if (key > 0) {
      watchdog.key();
    }
    return switch (key) {
      case NonBlockingReader.READ_EXPIRED ->
        throw new LineOverException(LineOverException.Reason.IDLE);
      case NonBlockingReader.EOF -> throw new LineOverException(LineOverException.Reason.HUNG_UP);
      // A line that is noise must not end the program with each Ctrl-D in it.
      case CTRL_C, CTRL_D -> throw new BrokenOffException(key == CTRL_D && plain.isEmpty());
      default -> plain.take((char) key);
    };
  }

  @Override
  public void write(String row) {
    show(writer -> writer.println(row));
  }

  /** Nothing breaks this off while the line takes nothing. */
  private void show(Consumer<PrintWriter> text) {
    Watchdog.Doing before = watchdog.begin(Watchdog.Doing.WRITING);
    text.accept(terminal.writer());
    terminal.flush();
    var _ = watchdog.begin(before);
  }

  @Override
  public void silent(boolean so) {
    silent = so;
  }

  @Override
  public void patience(Duration longer) {
    patience = longer;
    watchdog.receive(longer);
  }

  @Override
  public void forget() {
    editor = new Editor(terminal, () -> suggestions);
  }

  @Override
  public <T, E extends Exception> T interruptible(Work<T, E> work)
      throws E, InterruptedException, LineOverException {
    begin(Watchdog.Doing.LONG_ORDER);
    watchdog.key();
    try {
      return work.run();
    } catch (InterruptedException broken) {
      requireOpen();
      throw broken;
    } finally {
      end();
    }
  }

  /** The cable is out or the program has to end: nothing is asked any more. Any thread. */
  public synchronized void hangUp() {
    closed = true;
    breakOff();
  }

  /**
   * From now on a line that takes nothing ends the program, and so does what never answers.
   *
   * @param farewell what is done before, by another thread, if it takes no time
   * @param end must not wait for this line
   */
  public void endOnceItStands(Runnable farewell, Runnable end) {
    var _ = watchdog.watch(timer, farewell, end);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  /** Whoever goes on typing gets longer, and not for ever. */
  private synchronized void look() {
    int keys = editor.keysTyped();
    if (keys == keysSeen) {
      quietLooks++;
    } else {
      quietLooks = 0;
      watchdog.key();
    }
    keysSeen = keys;
    looks++;
    if (quietLooks >= LOOKS || looks >= LOOKS * LINE_TIMES) {
      idle = true;
      breakOff();
    }
  }

  private synchronized void begin(Watchdog.Doing doing) throws LineOverException {
    requireOpen();
    var _ = watchdog.begin(doing);
    idle = false;
    looks = 0;
    quietLooks = 0;
    keysSeen = 0;
    began = nanos.getAsLong();
    busy = Optional.of(Thread.currentThread());
  }

  /** An interrupt that came too late must not break off anything else. */
  private synchronized void end() {
    busy = Optional.empty();
    var _ = watchdog.begin(Watchdog.Doing.ORDER);
    var _ = Thread.interrupted();
  }

  private synchronized void requireOpen() throws LineOverException {
    if (closed) {
      throw new LineOverException(LineOverException.Reason.HUNG_UP);
    }
  }

  private synchronized void breakOff() {
    busy.ifPresent(Thread::interrupt);
  }

  /** Why a question was broken off. */
  private synchronized BrokenOffException broken() throws LineOverException {
    requireOpen();
    if (idle) {
      throw new LineOverException(LineOverException.Reason.IDLE);
    }
    return new BrokenOffException();
  }

  private static String bounded(String typed) {
    String row = Printable.row(typed, false).strip();
    return row.length() > LENGTH_MAXIMUM ? row.substring(0, LENGTH_MAXIMUM) : row;
  }
}
