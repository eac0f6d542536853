package org.kashidashi.kiosk.counter;

import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlockingReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal that the program runs in, with a barcode scanner beside it.
 *
 * <p>The desk's thread asks. Scans, silence and the end come from other threads; each breaks off the
 * line that is being typed. Nothing that was typed is kept for later.
 */
public final class TerminalDialogue implements Dialogue, AutoCloseable {
  /** A pile that was scanned while the desk was busy; more are a scanner gone wrong. */
  private static final int SCANS_MAXIMUM = 32;

  private static final String BACK = "0";
  private static final String CLEAR_SCROLLED = "\u001b[3J";

  /** More than a terminal has that cannot even clear its screen. */
  private static final int PAGE_ROWS = 60;

  /** How many times the patience a line may take that somebody has begun. */
  private static final int LINE_TIMES = 3;

  /** How long a password is waited for before the end of the program is noticed. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private static final char ESCAPE = 0x1B;

  private static final Logger LOG = LoggerFactory.getLogger(TerminalDialogue.class);

  private final Terminal terminal;
  private final LineReader reader;
  private final Duration patience;
  private final ScheduledExecutorService timer;
  private final Deque<String> scans = new ArrayDeque<>();
  private Optional<Thread> asking = Optional.empty();
  private boolean quiet;
  private int silences;

  /** Belongs to the desk's thread. */
  private boolean lastScanned;

  private boolean closed;

  /**
   * @param patience after how long without an answer staff count as gone
   * @param timer stays the caller's to close
   */
  public TerminalDialogue(Terminal terminal, Duration patience, ScheduledExecutorService timer) {
    this.terminal = terminal;
    this.patience = patience;
    this.timer = timer;
    // Addresses hold quotes and backslashes; nothing here is a command to be parsed.
    DefaultParser plain = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    this.reader = LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(plain)
        .variable(LineReader.DISABLE_HISTORY, true)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.BRACKETED_PASTE, false)
        .option(LineReader.Option.INSERT_TAB, true)
        .build();
  }

  /**
   * On the standard streams: a serial line, SSH or a console; a dumb one if it is nothing better.
   *
   * @throws IOException the streams cannot be used
   */
  public static TerminalDialogue onStandardStreams(
      Duration patience, ScheduledExecutorService timer) throws IOException {
    Terminal terminal = TerminalBuilder.builder()
        .system(true)
        .provider("ffm")
        .dumb(true)
        .encoding(StandardCharsets.UTF_8)
        .nativeSignals(true)
        .signalHandler(Terminal.SignalHandler.SIG_IGN)
        .build();
    return new TerminalDialogue(terminal, patience, timer);
  }

  /** A barcode was scanned: it answers what is asked now, or next. Any thread. */
  public synchronized void scanned(String text) {
    if (scans.size() < SCANS_MAXIMUM) {
      scans.add(text);
      breakOff();
    }
  }

  @Override
  public void tell(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }

  /** ECMA-48 knows nothing of what was scrolled away; most terminals take ED 3 for that. */
  @Override
  public void clear() {
    if (Terminal.TYPE_DUMB.equals(terminal.getType())) {
      tell("\n".repeat(PAGE_ROWS));
      return;
    }
    var _ = terminal.puts(InfoCmp.Capability.clear_screen);
    terminal.writer().print(CLEAR_SCROLLED);
    terminal.flush();
  }

  @Override
  public synchronized boolean closed() {
    return closed;
  }

  @Override
  public String ask(String prompt) throws DialogueOverException {
    Optional<String> waiting = begin();
    lastScanned = waiting.isPresent();
    if (waiting.isPresent()) {
      tell(prompt + waiting.get());
      return waiting.get();
    }
    Future<?> silence = timer.scheduleAtFixedRate(
        this::listen, patience.toMillis(), patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return bounded(reader.readLine(prompt));
    } catch (UserInterruptException broken) {
      // Ctrl-C means the same as going back, unless somebody else broke it off.
      Optional<String> scan = scan();
      lastScanned = scan.isPresent();
      return scan.orElse(BACK);
    } catch (EndOfFileException | IOError ended) {
      // A line that was hung up comes as the one or the other.
      LOG.debug("the terminal is gone", ended);
      throw new DialogueOverException(DialogueOverException.Reason.CLOSED);
    } finally {
      silence.cancel(false);
      end();
    }
  }

  @Override
  public boolean scanned() {
    return lastScanned;
  }

  @Override
  public char[] askSecretly(String prompt) throws DialogueOverException {
    requireOpen();
    try {
      return withoutEcho(prompt);
    } catch (IOException | IOError gone) {
      // JLine tells of a line that was hung up as the one or the other.
      LOG.debug("the terminal is gone", gone);
      throw new DialogueOverException(DialogueOverException.Reason.CLOSED);
    }
  }

  private char[] withoutEcho(String prompt) throws IOException, DialogueOverException {
    // Before the question: whoever answers at once is not shown either.
    Attributes before = terminal.enterRawMode();
    char[] line = new char[LINE_MAXIMUM];
    try {
      terminal.writer().print(prompt);
      terminal.flush();
      int length = readSecretly(line);
      return Arrays.copyOf(line, length);
    } finally {
      Arrays.fill(line, '\0');
      terminal.setAttributes(before);
      tell("");
    }
  }

  private int readSecretly(char[] line) throws IOException, DialogueOverException {
    int length = 0;
    while (true) {
      int key = key();
      switch (key) {
        case NonBlockingReader.EOF, 0x04 ->
          throw new DialogueOverException(DialogueOverException.Reason.CLOSED);
        case '\r', '\n' -> {
          return length;
        }
        case 0x7F, '\b' -> length = Math.max(0, length - 1);
        default -> {
          if (key >= ' ' && length < line.length) {
            line[length] = (char) key;
            length++;
          }
        }
      }
    }
  }

  /** Looks up now and then, since nothing breaks off this waiting. */
  private int key() throws IOException, DialogueOverException {
    Duration glance = patience.compareTo(GLANCE) < 0 ? patience : GLANCE;
    for (Duration waited = Duration.ZERO;
        waited.compareTo(patience) < 0;
        waited = waited.plus(glance)) {
      requireOpen();
      int key = terminal.reader().read(glance.toMillis());
      if (key != NonBlockingReader.READ_EXPIRED) {
        return key;
      }
    }
    throw new DialogueOverException(DialogueOverException.Reason.QUIET);
  }

  /** Ends every question, this one and later ones. Any thread. */
  public synchronized void end(DialogueOverException.Reason reason) {
    closed |= reason == DialogueOverException.Reason.CLOSED;
    quiet |= reason == DialogueOverException.Reason.QUIET;
    breakOff();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  /** Whoever has begun a line gets longer, and not for ever. */
  private synchronized void listen() {
    silences++;
    if (reader.getBuffer().length() == 0 || silences >= LINE_TIMES) {
      end(DialogueOverException.Reason.QUIET);
    }
  }

  private synchronized void requireOpen() throws DialogueOverException {
    if (closed) {
      throw new DialogueOverException(DialogueOverException.Reason.CLOSED);
    }
  }

  private synchronized Optional<String> begin() throws DialogueOverException {
    requireOpen();
    quiet = false;
    silences = 0;
    Optional<String> waiting = Optional.ofNullable(scans.poll());
    if (waiting.isEmpty()) {
      asking = Optional.of(Thread.currentThread());
    }
    return waiting;
  }

  /** What broke the line off, if it was a scan. */
  private synchronized Optional<String> scan() throws DialogueOverException {
    requireOpen();
    if (quiet) {
      scans.clear();
      throw new DialogueOverException(DialogueOverException.Reason.QUIET);
    }
    return Optional.ofNullable(scans.poll());
  }

  /** An interrupt that came too late must not break off anything else. */
  private synchronized void end() {
    asking = Optional.empty();
    var _ = Thread.interrupted();
  }

  private void breakOff() {
    asking.ifPresent(Thread::interrupt);
  }

  private static String bounded(String line) {
    String printable = line.replaceAll("\\p{Cntrl}", " ").strip();
    assert printable.indexOf(ESCAPE) < 0;
    return printable.length() > LINE_MAXIMUM ? printable.substring(0, LINE_MAXIMUM) : printable;
  }
}
