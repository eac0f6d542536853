package org.kashidashi.hal.driver.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a program speak: one process for each phrase, fed on its standard input. Belongs to one
 * thread; the processes are looked after on a thread of its own.
 */
public final class EngineSpeech implements SpeechOutput {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSpeech.class);
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(1);

  private static final long SILENCE = 0;

  private final SpeechEngine engine;
  private final BlockingQueue<Order> next = new ArrayBlockingQueue<>(1);

  /** What the caller wants to hear now: whatever else is being said is out of date. */
  private volatile long wanted = SILENCE;

  private volatile Optional<Pipeline> running = Optional.empty();
  private final Thread thread;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;
  private long orders;

  /** The same text said twice is two orders. */
  private record Order(long number, Utterance utterance) {}

  private EngineSpeech(SpeechEngine engine) {
    this.engine = engine;
    this.thread = new Thread(this::speak, "speech");
  }

  /** A voice that is ready at once: whether the engine is there shows when it first speaks. */
  public static EngineSpeech start(SpeechEngine engine) {
    EngineSpeech speech = new EngineSpeech(engine);
    speech.thread.setDaemon(true);
    speech.thread.start();
    return speech;
  }

  @Override
  public void say(Utterance utterance) {
    hush();
    if (!closed) {
      orders++;
      wanted = orders;
      next.add(new Order(orders, utterance));
    }
  }

  @Override
  public void hush() {
    wanted = SILENCE;
    next.clear();
    running.ifPresent(Pipeline::stop);
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    hush();
    thread.interrupt();
    try {
      thread.join(CLOSING_LIMIT.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void speak() {
    try {
      while (!closed) {
        Order order = next.take();
        for (Utterance.Phrase phrase : order.utterance().phrases()) {
          if (order.number() == wanted) {
            speak(order, phrase);
          }
        }
      }
    } catch (InterruptedException closing) {
      closed = true; // nothing but closing interrupts this thread
    } finally {
      running.ifPresent(Pipeline::stop);
    }
  }

  private void speak(Order order, Utterance.Phrase phrase) throws InterruptedException {
    String text = engine.readable(phrase.text(), phrase.language());
    if (text.isBlank()) {
      return;
    }
    try {
      List<List<String>> commands = engine
          .commands(phrase.language())
          .orElseThrow(() -> new SoundUnavailableException(
              "there is no voice for the language '%s', name one in the settings"
                  .formatted(phrase.language())));
      Pipeline pipeline = Pipeline.start(commands, text.getBytes(UTF_8));
      running = Optional.of(pipeline);
      // It may have gone out of date while it started, and then nobody has stopped it.
      if (order.number() != wanted) {
        pipeline.stop();
      }
      pipeline.await(engine.limit());
      trouble(Optional.empty());
    } catch (SoundUnavailableException silent) {
      trouble(Optional.of("nothing can be heard: " + silent.getMessage()));
    } finally {
      running.ifPresent(Pipeline::stop);
      running = Optional.empty();
    }
  }

  /** Told once, and once when it is over. */
  private void trouble(Optional<String> now) {
    if (!now.equals(trouble)) {
      now.ifPresentOrElse(LOG::warn, () -> LOG.info("the voice can be heard again"));
    }
    trouble = now;
  }
}
