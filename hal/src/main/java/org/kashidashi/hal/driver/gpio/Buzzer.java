package org.kashidashi.hal.driver.gpio;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.TonePattern;

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
        TonePattern pattern = TonePattern.of(waiting.take());
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
