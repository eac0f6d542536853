package org.kashidashi.hal.speech;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SpeechOutput} keeps to. What is said lasts until something ends it. */
public abstract class SpeechOutputContract {
  private final boolean audible;
  private SpeechBench bench;

  /**
   * States what the device has.
   *
   * @param audible it has a voice
   */
  protected SpeechOutputContract(boolean audible) {
    this.audible = audible;
  }

  protected abstract SpeechBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void tellsWhetherItCanBeHeard() {
    say("こんにちは");
    assertEquals(audible, bench.speech().trouble().isEmpty());
  }

  @Test
  void newerWordsReplaceOlderOnes() {
    say("いち");
    say("に");
    hears(List.of("いち", "に"));
    assertEquals(audible, bench.speaking());
  }

  @Test
  void hushEndsWhatIsBeingSaid() {
    say("いち");
    bench.speech().hush();
    falls();
    say("に");
    hears(List.of("いち", "に"));
  }

  @Test
  void hushWhileNothingIsSaidDoesNothing() {
    bench.speech().hush();
    bench.speech().hush();
    say("いち");
    hears(List.of("いち"));
  }

  @Test
  void closesInTheMiddleOfWordAndTwice() {
    say("いち");
    bench.speech().close();
    bench.speech().close();
    falls();
  }

  private void say(String text) {
    int before = bench.heard().size();
    bench.speech().say(Utterance.of(text, "ja"));
    await().atMost(10, SECONDS).until(() -> bench.heard().size() == before + (audible ? 1 : 0));
  }

  private void hears(List<String> texts) {
    assertEquals(audible ? texts : List.of(), bench.heard());
  }

  private void falls() {
    await().atMost(10, SECONDS).until(() -> !bench.speaking());
    assertFalse(bench.speaking());
  }
}
