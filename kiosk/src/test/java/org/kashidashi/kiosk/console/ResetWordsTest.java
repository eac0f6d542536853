package org.kashidashi.kiosk.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the reset says on its line for an hour, when no console is left to say it. */
final class ResetWordsTest {
  private static final Path PROGRAM = Path.of("../packaging/package/kiosk/factory-reset");
  private static final Pattern TWICE =
      Pattern.compile("say_twice \"([^\"]*)\"\\s*(?:\\\\\\n)?\\s*\"([^\"]*)\"");

  private static List<String> once(String program) {
    return Pattern.compile("\\bsay \"(.*)\"")
        .matcher(program)
        .results()
        .map(said -> said.group(1))
        .toList();
  }

  @Test
  void saysInJapaneseWhatItSaysInEnglish() throws IOException {
    String program = Files.readString(PROGRAM);
    List<String[]> said = TWICE
        .matcher(program)
        .results()
        .map(twice -> new String[] {twice.group(1), twice.group(2)})
        .toList();
    // Besides how far it is, which is a number.
    assertEquals(List.of("$1", "$2", "$((done * 100 / blocks)) %"), once(program));
    assertTrue(said.stream().anyMatch(both -> both[0].contains("Leave the power on.")));
    for (String[] both : said) {
      assertTrue(both[0].chars().allMatch(sign -> sign < 0x7F), both[0]);
      assertTrue(both[1].codePoints().anyMatch(Character::isIdeographic), both[1]);
    }
  }
}
