package org.kashidashi.hal.driver.gpio;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.signal.Tone;

/** Plays tones as patterns of pulses, one after the other, on a thread of its own. */
final class Buzzer implements AutoCloseable {
  /** What a person still connects with its cause; later ones are dropped. */
  private static final int MAXIMUM_WAITING = 8;

  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

  /** Between two tones, so that they do not become one. */
  private static final int PULSES_BETWEEN = 20;

  private final OutputLine line;
  private final Duration pulse;
  private final BlockingQueue<Tone> waiting = new ArrayBlockingQueue<>(MAXIMUM_WAITING);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /** So many beeps of so many units, with so many units of silence after each. */
  record Pattern(int beeps, int on, int off) {
    /** Short for what was felt, long for the end, repeated for what wants attention (JIS S 0013). */
    static Pattern of(Tone tone) {
      return switch (tone) {
        case RECEIVED -> new Pattern(1, 10, 0);
        case LENT -> new Pattern(2, 8, 8);
        case ATTENTION -> new Pattern(3, 15, 15);
        case STRONG_ATTENTION -> new Pattern(5, 15, 10);
        case FINISHED -> new Pattern(1, 60, 0);
      };
    }
  }

  private Buzzer(OutputLine line, Duration pulse) {
    this.line = line;
    this.pulse = pulse;
    this.thread = new Thread(this::play, "buzzer");
  }

  static Buzzer start(OutputLine line, Duration pulse) {
    Buzzer buzzer = new Buzzer(line, pulse);
    buzzer.thread.setDaemon(true);
    buzzer.thread.start();
    return buzzer;
  }

  /** Returns at once. */
  void sound(Tone tone) {
    var _ = waiting.offer(tone);
  }

  /** Falls silent at once. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    try {
      thread.join(CLOSING_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void play() {
    try {
      while (closed.getCount() > 0) {
        Pattern pattern = Pattern.of(waiting.take());
        for (int beep = 0; beep < pattern.beeps(); beep++) {
          line.set(true);
          await(pattern.on());
          line.set(false);
          await(pattern.off());
        }
        await(PULSES_BETWEEN);
      }
    } catch (InterruptedException e) {
      closed.countDown(); // nothing but closing interrupts this thread
    } finally {
      line.set(false);
    }
  }

  private void await(int units) throws InterruptedException {
    // Whether it was closed is asked by the interruption.
    var _ = closed.await(pulse.toNanos() * units, TimeUnit.NANOSECONDS);
  }
}
