package org.kashidashi.hal.driver.audio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.SignalBench;
import org.kashidashi.hal.signal.SignalContract;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.ToneWave;

/** With a program of the shell in place of the player, which keeps what it was given. */
class AudioSignalTest extends SignalContract {
  @TempDir
  private Path folder;

  AudioSignalTest() {
    super(true, false);
  }

  @Override
  protected SignalBench bench() {
    AudioSignal signal = AudioSignal.start(player("cat > %s/tone; echo >> %s/count"), 50);
    Path count = folder.resolve("count");
    return new SignalBench() {
      @Override
      public Signal signal() {
        return signal;
      }

      @Override
      public int heard() {
        await()
            .atMost(10, SECONDS)
            .until(() ->
                Files.exists(count) && Files.readAllLines(count).size() == Tone.values().length);
        return Tone.values().length;
      }

      @Override
      public Optional<Lamp> lit() {
        return Optional.empty();
      }

      @Override
      public void close() {
        signal.close();
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void givesThePlayerTheWholeWave(Tone tone) throws IOException {
    try (AudioSignal signal = AudioSignal.start(player("cat > %s/part; mv %s/part %s/wave"), 70)) {
      signal.sound(tone);
      await().atMost(10, SECONDS).until(() -> Files.exists(folder.resolve("wave")));
      assertArrayEquals(
          ToneWave.of(tone, 70).littleEndian(), Files.readAllBytes(folder.resolve("wave")));
    }
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void fitsIntoThePipeEvenIfThePlayerHangs(Tone tone) {
    assertTrue(ToneWave.of(tone, 100).littleEndian().length <= Pipeline.INPUT_MAXIMUM);
  }

  @Test
  void missingPlayerDisturbsNobody() {
    try (AudioSignal signal = AudioSignal.start(List.of("/no/such/player"), 50)) {
      for (int i = 0; i < 100; i++) {
        signal.sound(Tone.ATTENTION);
      }
      signal.light(Lamp.READY);
    }
  }

  private List<String> player(String text) {
    Path file = folder.resolve("player.sh");
    try {
      Files.writeString(file, "#!/bin/sh\n" + text.replace("%s", folder.toString()) + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return List.of(file.toString());
  }
}
