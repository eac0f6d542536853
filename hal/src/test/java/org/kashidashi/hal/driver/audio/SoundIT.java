package org.kashidashi.hal.driver.audio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.ToneWave;
import org.kashidashi.hal.speech.Utterance;

/** The real engine in every language and the real player; ALSA writes what would be heard to a file. */
class SoundIT {
  private static final String PLAYER = "/usr/bin/aplay";
  private static final int SAMPLES_A_SECOND = 22_050;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ja, ja, カードを おいて ください。1ばん、はじめる。",
    "ja-x-easy, ja, ほんの バーコードを よませて ください。2ばん、やめる。",
    "en, en, Scan the library barcode of each book. 1: Stop.",
    "zh-Hans, cmn-latn-pinyin, 请扫描图书馆的条形码。一：停止。",
    "zh-Hant, cmn-latn-pinyin, 請掃描圖書館的條碼。一：停止。",
    "ko, ko, 도서관 바코드를 읽혀 주세요. 1번 그만두기.",
    "pt, pt-br, Leia o código de barras de cada livro. 1: Parar.",
    "vi, vi, Quét mã vạch của từng quyển sách. 1: Dừng."
  })
  void speaksEveryLanguage(String language, String voice, String text) throws IOException {
    Path sound = folder.resolve("sound.raw");
    SpeechEngine engine = new SpeechEngine(
        List.of(
            "/usr/bin/espeak-ng",
            "--stdin",
            "--stdout",
            "-b",
            "1",
            "-v",
            "{voice}",
            "-s",
            "{speed}",
            "-a",
            "{volume}"),
        Map.of(language, voice),
        150,
        50,
        true,
        List.of(PLAYER, "-q", "-D", deviceThatWrites(sound), "-"),
        SpeechEngine.USUAL_LIMIT);
    try (EngineSpeech speech = EngineSpeech.start(engine)) {
      speech.say(Utterance.of(text, language));
      await().atMost(30, SECONDS).until(() -> isWhole(sound) || speech.trouble().isPresent());
      assertEquals(Optional.empty(), speech.trouble());
    }

    byte[] wave = Files.readAllBytes(sound);
    double seconds = wave.length / 2.0 / SAMPLES_A_SECOND;
    assertTrue(seconds > 1.5 && seconds < 15, "%.1f s of speech".formatted(seconds));
    double level = rootMeanSquare(wave);
    assertTrue(level > 500, "level %.0f of 32767, a whisper at best".formatted(level));
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void playsEveryToneAsItIs(Tone tone) throws IOException {
    Path sound = folder.resolve("tone.raw");
    List<String> player = List.of(
        PLAYER,
        "-q",
        "-t",
        "raw",
        "-f",
        "S16_LE",
        "-r",
        Integer.toString(ToneWave.SAMPLES_A_SECOND),
        "-c",
        "1",
        "-D",
        deviceThatWrites(sound),
        "-");
    try (AudioSignal signal = AudioSignal.start(player, 50)) {
      signal.sound(tone);
      await().atMost(30, SECONDS).until(() -> isWhole(sound));
    }
    byte[] wave = ToneWave.of(tone, 50).littleEndian();
    byte[] played = Files.readAllBytes(sound);
    // The player fills its last period with silence.
    assertTrue(played.length >= wave.length, played.length + " bytes");
    assertArrayEquals(wave, Arrays.copyOf(played, wave.length));
  }

  private static String deviceThatWrites(Path sound) {
    return "tee:null,'%s',raw".formatted(sound);
  }

  /** It is whole once nobody writes to it any more. */
  private static boolean isWhole(Path sound) {
    return Files.exists(sound)
        && sound.toFile().length() > 0
        && ProcessHandle.current().children().noneMatch(SoundIT::isOurs);
  }

  private static boolean isOurs(ProcessHandle process) {
    String command = process.info().command().orElse("");
    return command.endsWith("/aplay") || command.endsWith("/espeak-ng");
  }

  private static double rootMeanSquare(byte[] wave) {
    ByteBuffer samples = ByteBuffer.wrap(wave).order(ByteOrder.LITTLE_ENDIAN);
    double sum = 0;
    int count = 0;
    for (int i = 0; i + 1 < wave.length; i += 2) {
      double sample = samples.getShort(i);
      sum += sample * sample;
      count++;
    }
    return Math.sqrt(sum / count);
  }
}
