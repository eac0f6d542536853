package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.config.mistake.MistakeWords;

final class SettingsDocumentTest {
  private static final String INTRODUCTION = """
      # Settings of a kiosk

      A kiosk reads one TOML file when it starts. `kiosk check-config FILE` checks it without
      starting, and tells every mistake at once: the line, the setting, what is wrong and what to do.
      A key that is not in this table is a mistake. A change takes effect at the next start.

      Two files to begin with: `examples/kiosk.toml`, `examples/kiosk-test.toml`.

      With `kiosk.mode = "production"`, which is the default, simulators and the policies of test cards
      are mistakes, and test certification authorities are not trusted.

      Lengths of time are written with their unit: `ms`, `s`, `min`, `h` or `d`.

      This table is made from the program; do not edit it by hand.
      """;

  @Test
  void isTheTableThatOperatorsRead() {
    StringBuilder document = new StringBuilder(INTRODUCTION);
    String section = "";
    for (Setting<?> setting : Configuration.settings()) {
      if (!setting.section().equals(section)) {
        section = setting.section();
        document
            .append("\n## [")
            .append(section)
            .append("]\n\n| key | values | default | meaning |\n|---|---|---|---|\n");
      }
      document.append(row(setting));
    }
    Golden.file("../../../../../packaging/docs/settings.md").check(document.toString());
  }

  private static String row(Setting<?> setting) {
    return List.of(
            code(setting.name()),
            MistakeWords.english().text(setting.form().allowed()),
            setting.standard(),
            setting.meaning())
        .stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
