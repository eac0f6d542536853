package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A panel drawn in an ANSI terminal, with its mouse for a finger.
 *
 * <p>The panel stands at the top of the terminal, in the middle of its width. The terminal gets its
 * settings and its screen back on {@link #close} and when the program ends.
 *
 * <p>Text stays aligned in every terminal. One that is set to draw ambiguous characters wide cuts
 * frames; set it to narrow.
 *
 * <p>Threads: {@link #show} and {@link #await} are called by two threads and share no state. Each
 * holds a lock of its own, so that {@link #close}, which takes both, waits for the one (2 seconds at
 * most) and ends the other (within 100 ms). Only when the terminal changes its size does the input
 * thread paint, if nobody else does just then. An await may take up to 250 ms longer than its
 * timeout, when half an escape sequence has come.
 */
public final class TerminalPanel implements Display, PanelInput {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalPanel.class);

  /** How often a waiting panel looks whether it was closed or its terminal has changed its size. */
  private static final int SLICE_MILLIS = 100;

  /** A terminal that takes nothing for so long has nobody looking at it. */
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);

  /** A panel that is closed says good-bye, but does not wait long for an answer. */
  private static final Duration STOP_LIMIT = Duration.ofMillis(250);

  private static final byte[] BELL = {7};

  private final Tty tty;
  private final TerminalSize panel;
  private final Thread restoreAtExit = Thread.ofPlatform().name("terminal").unstarted(this::close);
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicBoolean bellDue = new AtomicBoolean();

  private final ReentrantLock output = new ReentrantLock();
  private final AnsiFrames frames = new AnsiFrames();
  private BasicTextImage image;
  private List<String> caption = List.of();
  private volatile TerminalSize paintedSize = TerminalSize.ZERO;

  private final ReentrantLock input = new ReentrantLock();
  private final TtyKeys keys;
  private boolean hangUpTold;

  private TerminalPanel(Tty tty, TerminalSize panel) {
    this.tty = tty;
    this.panel = panel;
    this.image = new BasicTextImage(panel);
    this.keys = new TtyKeys(tty);
  }

  /**
   * A panel in the terminal in which the program was started.
   *
   * @throws DisplayException if standard input or output is no terminal
   */
  public static TerminalPanel onStandardStreams(TerminalSize panel) throws DisplayException {
    try {
      return started(Tty.ofStandardStreams(), panel);
    } catch (IOException e) {
      throw new DisplayException(
          "standard input and output are no terminal, run this in a terminal or name a tty", e);
    }
  }

  /**
   * A panel on another terminal, which does not become the controlling one.
   *
   * @throws DisplayException if the device cannot be opened, or is no terminal
   */
  public static TerminalPanel onDevice(Path tty, TerminalSize panel) throws DisplayException {
    try {
      return started(Tty.open(tty), panel);
    } catch (IOException e) {
      throw new DisplayException(
          "panel %s cannot be opened, check path and permission".formatted(tty), e);
    }
  }

  /** Letters of a terminal have one size; large text stands apart in twice as many cells. */
  @Override
  public TerminalSize size(TextSize size) {
    return switch (size) {
      case NORMAL -> panel;
      case LARGE -> Enlarged.from(panel);
    };
  }

  @Override
  public void show(TextImage next) throws DisplayException {
    TextSize size = TextSize.of(this, next);
    output.lock();
    try {
      image = switch (size) {
        case NORMAL -> copy(next);
        case LARGE -> Enlarged.of(next, panel);
      };
      paint();
    } finally {
      output.unlock();
    }
  }

  private BasicTextImage copy(TextImage next) {
    BasicTextImage copy = new BasicTextImage(panel);
    Cells.copy(next, copy, 0, 0);
    return copy;
  }

  /** Shows lines of text below the panel, as far as there is room. Any thread. */
  public void showCaption(List<String> lines) throws DisplayException {
    output.lock();
    try {
      caption = List.copyOf(lines);
      paint();
    } finally {
      output.unlock();
    }
  }

  /** Rings the terminal's bell: at once, or with the next image if one is being painted. */
  void bell() throws DisplayException {
    bellDue.set(true);
    if (output.tryLock()) {
      try {
        if (bellDue.getAndSet(false)) {
          send(BELL);
        }
      } finally {
        output.unlock();
      }
    }
  }

  @Override
  public Optional<PanelEvent> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    input.lock();
    try {
      while (closed.getCount() > 0) {
        Optional<PanelEvent> event = keys.next().flatMap(this::inPanel);
        if (event.isPresent()) {
          return event;
        }
        long remainingMillis = (deadline - System.nanoTime()) / 1_000_000;
        if (keys.hungUp()) {
          return hangUp(remainingMillis);
        }
        if (remainingMillis <= 0) {
          return Optional.empty();
        }
        if (!tty.awaitInput((int) Math.min(SLICE_MILLIS, remainingMillis))) {
          repaintIfResized();
        }
      }
      return Optional.empty();
    } finally {
      input.unlock();
    }
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    closed.countDown();
    output.lock();
    input.lock();
    try {
      tty.write(frames.stop(), STOP_LIMIT);
    } catch (IOException e) {
      frames.forget(); // it has hung up: there is nothing to give back
    } finally {
      tty.close();
      input.unlock();
      output.unlock();
    }
    forgetExit();
  }

  private static TerminalPanel started(Tty tty, TerminalSize panel) throws IOException {
    TerminalPanel started = new TerminalPanel(tty, panel);
    Runtime.getRuntime().addShutdownHook(started.restoreAtExit);
    try {
      tty.write(started.frames.start(), WRITE_LIMIT);
    } catch (IOException e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** The caller holds the output lock. */
  private void paint() throws DisplayException {
    try {
      requireOpen();
      TerminalSize terminal = terminalSize();
      byte[] frame = frames.paint(PanelFrame.of(terminal, image, caption));
      paintedSize = terminal;
      send(frame);
      if (bellDue.getAndSet(false)) {
        send(BELL);
      }
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private void send(byte[] octets) throws DisplayException {
    requireOpen();
    try {
      tty.write(octets, WRITE_LIMIT);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private void requireOpen() throws DisplayException {
    if (closing.get()) {
      throw new DisplayException("the panel was closed");
    }
  }

  private DisplayException gone(IOException cause) {
    frames.forget();
    return new DisplayException("the terminal of the panel is gone, start it again", cause);
  }

  /** A terminal that does not know its size is taken to be just large enough. */
  private TerminalSize terminalSize() throws IOException {
    TerminalSize size = tty.size();
    return size.getColumns() == 0 || size.getRows() == 0
        ? new TerminalSize(panel.getColumns(), panel.getRows() + caption.size())
        : size;
  }

  private void repaintIfResized() {
    if (!output.tryLock()) {
      return; // somebody paints already
    }
    try {
      boolean painted = !paintedSize.equals(TerminalSize.ZERO);
      if (painted && !terminalSize().equals(paintedSize)) {
        paint();
      }
    } catch (IOException | DisplayException e) {
      frames.forget(); // the display thread, or the next read, will find out by itself
    } finally {
      output.unlock();
    }
  }

  /** Taps beside the panel are no taps. */
  private Optional<PanelEvent> inPanel(PanelEvent event) {
    if (!(event instanceof PanelEvent.Tapped(int column, int row))) {
      return Optional.of(event);
    }
    int left = PanelFrame.leftOf(paintedSize, panel);
    boolean inside = column >= left
        && column < left + panel.getColumns()
        && row < panel.getRows()
        && PanelFrame.fits(paintedSize, panel);
    return inside ? Optional.of(new PanelEvent.Tapped(column - left, row)) : Optional.empty();
  }

  private Optional<PanelEvent> hangUp(long remainingMillis) {
    if (!hangUpTold) {
      hangUpTold = true;
      return Optional.of(new PanelEvent.PanelClosed());
    }
    try {
      var _ = closed.await(Math.max(0, remainingMillis), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(restoreAtExit);
    } catch (IllegalStateException e) {
      LOG.debug("the program is ending: the hook has begun, and finds the panel closed");
    }
  }
}
