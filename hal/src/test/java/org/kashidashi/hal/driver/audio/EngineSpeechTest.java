package org.kashidashi.hal.driver.audio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.speech.SpeechBench;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.SpeechOutputContract;
import org.kashidashi.hal.speech.Utterance;

/** With programs of the shell in place of an engine; they speak until somebody ends them. */
class EngineSpeechTest extends SpeechOutputContract {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir
  private Path folder;

  EngineSpeechTest() {
    super(true);
  }

  @Override
  protected SpeechBench bench() {
    Path heard = folder.resolve("heard");
    EngineSpeech speech = EngineSpeech.start(
        engine(List.of(script("cat >> %s; echo >> %s; sleep 60")), List.of(), LONG));
    return new SpeechBench() {
      @Override
      public SpeechOutput speech() {
        return speech;
      }

      @Override
      public List<String> heard() {
        return lines(heard).stream().filter(line -> !line.isEmpty()).toList();
      }

      @Override
      public boolean speaking() {
        return ProcessHandle.current()
            .descendants()
            .anyMatch(process -> process.info().command().orElse("").endsWith("/sleep"));
      }

      @Override
      public void close() {
        speech.close();
      }
    };
  }

  @Test
  void givesThePlayerWhatTheEngineWrites() {
    List<String> player = List.of("/bin/dd", "status=none", "of=" + folder.resolve("played"));
    try (EngineSpeech speech = EngineSpeech.start(engine(List.of("/bin/cat"), player, LONG))) {
      speech.say(Utterance.of("こんにちは $(touch pwned) `id` \" ' ;", "ja"));
      await().atMost(10, SECONDS).until(() -> lines(folder.resolve("played")).size() == 1);
      assertEquals(List.of("こんにちは $(touch pwned) `id` \" ' ;"), lines(folder.resolve("played")));
    }
  }

  @Test
  void fillsVoiceSpeedAndVolumeIntoTheCommand() {
    String script = script("echo \"$1 $2 $3\" >> %s");
    List<String> command = List.of(script, "{voice}", "{speed}", "{volume}");
    try (EngineSpeech speech = EngineSpeech.start(engine(command, List.of(), LONG))) {
      speech.say(
          new Utterance(List.of(new Utterance.Phrase("a", "ja"), new Utterance.Phrase("b", "en"))));
      await().atMost(10, SECONDS).until(() -> lines(folder.resolve("heard")).size() == 2);
      assertEquals(List.of("japanese 150 160", "english 150 160"), lines(folder.resolve("heard")));
    }
  }

  @Test
  void missingProgramIsTold() {
    try (EngineSpeech speech =
        EngineSpeech.start(engine(List.of("/no/such/engine"), List.of(), LONG))) {
      speech.say(Utterance.of("a", "en"));
      awaitTrouble(speech, "/no/such/engine cannot be started, install it");
    }
  }

  @Test
  void missingPlayerIsTold() {
    try (EngineSpeech speech =
        EngineSpeech.start(engine(List.of("/bin/cat"), List.of("/no/player"), LONG))) {
      speech.say(Utterance.of("a", "en"));
      awaitTrouble(speech, "/no/player cannot be started");
    }
  }

  @Test
  void failureIsToldUntilItIsOver() {
    String script = script("read -r line; [ \"$line\" = good ] || exit 3");
    try (EngineSpeech speech = EngineSpeech.start(engine(List.of(script), List.of(), LONG))) {
      speech.say(Utterance.of("bad\n", "en"));
      awaitTrouble(speech, "ended with 3");
      speech.say(Utterance.of("good\n", "en"));
      await().atMost(10, SECONDS).until(() -> speech.trouble().isEmpty());
    }
  }

  @Test
  void hangingProgramIsEnded() {
    String script = script("sleep 61");
    try (EngineSpeech speech =
        EngineSpeech.start(engine(List.of(script), List.of(), Duration.ofMillis(300)))) {
      speech.say(Utterance.of("a", "en"));
      awaitTrouble(speech, "did not end within");
      await().atMost(10, SECONDS).until(() -> engines() == 0);
    }
  }

  @Test
  void manyWordsInHasteLeaveNoProcessBehind() {
    String script = script("sleep 62");
    try (EngineSpeech speech = EngineSpeech.start(engine(List.of(script), List.of(), LONG))) {
      for (int word = 0; word < 200; word++) {
        speech.say(Utterance.of("word " + word, "en"));
      }
      await().atMost(10, SECONDS).until(() -> engines() == 1);
      speech.hush();
      await().atMost(10, SECONDS).until(() -> engines() == 0);
      assertEquals(Optional.empty(), speech.trouble());
    }
  }

  private static long engines() {
    return ProcessHandle.current()
        .children()
        .filter(process -> process.info().commandLine().orElse("").contains("engine.sh"))
        .count();
  }

  @Test
  void languageWithoutVoiceIsTold() {
    try (EngineSpeech speech = EngineSpeech.start(engine(List.of("/bin/cat"), List.of(), LONG))) {
      speech.say(Utterance.of("a", "vi"));
      awaitTrouble(speech, "no voice for the language 'vi'");
    }
  }

  @Test
  void leavesOutWhatAnEngineForKanaWouldSpell() {
    SpeechEngine engine = engine(List.of("/bin/cat"), List.of(), LONG);
    assertEquals("の  だい1", engine.readable("日本の図書館 だい1", "ja"));
    assertEquals("日本の図書館", engine.readable("日本の図書館", "zh-Hans"));
    assertEquals("", engine.readable("図書館", "ja-x-easy"));
  }

  private static void awaitTrouble(EngineSpeech speech, String part) {
    await().atMost(10, SECONDS).until(() -> speech.trouble().isPresent());
    assertTrue(speech.trouble().orElseThrow().contains(part), speech.trouble().orElseThrow());
  }

  private static SpeechEngine engine(List<String> command, List<String> player, Duration limit) {
    Map<String, String> voices = Map.of("ja", "japanese", "en", "english");
    return new SpeechEngine(command, voices, 150, 80, true, player, limit);
  }

  /** A program; %s in its text is the file of what was heard. */
  private String script(String text) {
    Path file = folder.resolve("engine.sh");
    try {
      Files.writeString(
          file, "#!/bin/sh\n" + text.replace("%s", folder.resolve("heard").toString()) + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file.toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
