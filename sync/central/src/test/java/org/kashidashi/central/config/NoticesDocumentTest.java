package org.kashidashi.central.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of the three notices is kept by something that is there. */
final class NoticesDocumentTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path DOCUMENT = ROOT.resolve("packaging/docs/notices.md");
  private static final Path WORDS =
      ROOT.resolve("kiosk/src/main/resources/org/kashidashi/kiosk/screen/words/ja.properties");
  private static final Pattern ROW = Pattern.compile("\\| ([TDS])(\\d+) \\| (.+?) \\| (.+?) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final String ANOTHER = "*another system's*";
  private static final String EXPLAINED = "*explained*";

  /** As many as were counted in the notices. */
  private static final Map<String, Integer> SENTENCES = Map.of("T", 52, "D", 71, "S", 50);

  private record Row(String notice, int number, String keptBy) {}

  @Test
  void hasEverySentenceOnceInItsOrder() throws Exception {
    Map<String, Integer> last = new HashMap<>();
    for (Row row : rows()) {
      assertEquals(last.merge(row.notice(), 1, Integer::sum), row.number(), row.toString());
    }
    assertEquals(SENTENCES, last);
  }

  @Test
  void keepsEverySentenceBySomething() throws Exception {
    for (Row row : rows()) {
      boolean named = NAME.matcher(row.keptBy()).find();
      if (row.keptBy().contains(EXPLAINED)) {
        assertTrue(row.keptBy().contains("`words "), row + " is explained nowhere");
      }
      boolean ours = !row.keptBy().equals(ANOTHER);
      assertEquals(ours, named, row.toString());
    }
  }

  @Test
  void namesTestsAndTextsThatAreThere() throws Exception {
    String words = Files.readString(WORDS);
    Map<String, Optional<String>> tests = new HashMap<>();
    List<String> gone = new ArrayList<>();
    for (Row row : rows()) {
      Matcher name = NAME.matcher(row.keptBy());
      while (name.find()) {
        if (!isThere(name.group(1), words, tests)) {
          gone.add(row.notice() + row.number() + " " + name.group(1));
        }
      }
    }
    assertEquals(List.of(), gone);
  }

  @Test
  void wouldNoticeATestThatIsGone() throws Exception {
    Map<String, Optional<String>> tests = new HashMap<>();
    assertTrue(isThere("NoticesDocumentTest#wouldNoticeATestThatIsGone", "", tests));
    assertFalse(isThere("NoticesDocumentTest#isGone", "", tests));
    assertFalse(isThere("GoneTest#wouldNoticeATestThatIsGone", "", tests));
    assertFalse(isThere("words help.gone", "help.there=x", tests));
    assertTrue(isThere("words help.there", "help.there=x", tests));
  }

  private static boolean isThere(String name, String words, Map<String, Optional<String>> tests)
      throws IOException {
    if (name.startsWith("words ")) {
      String key = name.substring("words ".length());
      return words.lines().anyMatch(line -> line.startsWith(key + "="));
    }
    String[] parts = name.split("#", -1);
    if (!tests.containsKey(parts[0])) {
      tests.put(parts[0], source(parts[0]));
    }
    String source = tests.getOrDefault(parts[0], Optional.empty()).orElse("");
    return parts.length == 2 && isTest(source, parts[1]);
  }

  /** A method that runs: what stands between it and the member before says so. */
  private static boolean isTest(String source, String method) {
    int at = source.indexOf(" void " + method + "(");
    if (at < 0) {
      return false;
    }
    int before = Math.max(0, source.lastIndexOf("\n  }\n", at));
    String said = source.substring(before, at);
    return (said.contains("@Test") || said.contains("@ParameterizedTest"))
        && !said.contains("@Disabled");
  }

  private static Optional<String> source(String test) throws IOException {
    for (String module : List.of("hal", "sync", "sync/central", "kiosk")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        Optional<Path> found =
            files.filter(file -> file.endsWith(test + ".java")).findFirst();
        if (found.isPresent()) {
          return Optional.of(Files.readString(found.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(row.group(1), Integer.parseInt(row.group(2)), row.group(4)));
      }
    }
    return rows;
  }
}
