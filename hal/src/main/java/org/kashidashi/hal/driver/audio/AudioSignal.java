package org.kashidashi.hal.driver.audio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.ToneWave;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tones through a sound card, which has no lamps. Belongs to one thread; the tones are played one
 * after the other on a thread of its own.
 */
public final class AudioSignal implements Signal {
  private static final Logger LOG = LoggerFactory.getLogger(AudioSignal.class);

  /** What a person still connects with its cause; later ones are dropped. */
  private static final int MAXIMUM_WAITING = 8;

  /** Longer than any tone, and than a sound card takes to wake up. */
  private static final Duration PLAYING_LIMIT = Duration.ofSeconds(5);

  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

  private final List<String> player;
  private final int volume;
  private final BlockingQueue<Tone> waiting = new ArrayBlockingQueue<>(MAXIMUM_WAITING);
  private final Thread thread;
  private volatile Optional<Pipeline> playing = Optional.empty();
  private volatile boolean closed;
  private boolean failing;

  private AudioSignal(List<String> player, int volume) {
    this.player = List.copyOf(player);
    this.volume = volume;
    this.thread = new Thread(this::play, "tones");
  }

  /**
   * Takes the player; whether it is there shows with the first tone.
   *
   * @param player a program with its arguments that plays, from its standard input, 16-bit samples
   *     of one channel, the lower byte first, {@link ToneWave#SAMPLES_A_SECOND} a second
   * @param volume 1 to 100 per cent
   */
  public static AudioSignal start(List<String> player, int volume) {
    AudioSignal signal = new AudioSignal(player, volume);
    signal.thread.setDaemon(true);
    signal.thread.start();
    return signal;
  }

  @Override
  public void sound(Tone tone) {
    var _ = waiting.offer(tone);
  }

  @Override
  public void light(Lamp lamp) {
    // A sound card has no lamp.
  }

  @Override
  public void close() {
    closed = true;
    playing.ifPresent(Pipeline::stop);
    thread.interrupt();
    try {
      thread.join(CLOSING_LIMIT.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void play() {
    try {
      while (!closed) {
        play(ToneWave.of(waiting.take(), volume));
      }
    } catch (InterruptedException closing) {
      closed = true; // nothing but closing interrupts this thread
    } finally {
      playing.ifPresent(Pipeline::stop);
    }
  }

  /** A player that fails is told of once, and once when it works again: nothing depends on it. */
  private void play(ToneWave wave) throws InterruptedException {
    try {
      Pipeline pipeline = Pipeline.start(List.of(player), wave.littleEndian());
      playing = Optional.of(pipeline);
      pipeline.await(PLAYING_LIMIT);
      if (failing) {
        LOG.info("tones can be heard again");
      }
      failing = false;
    } catch (SoundUnavailableException silent) {
      if (!failing) {
        LOG.warn("no tone can be heard: {}", silent.getMessage());
      }
      failing = true;
    }
  }
}
