package org.kashidashi.kiosk.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedWalkTest {
  @Test
  void showsWholeLoanAndLeavesNothingBehind() throws IOException {
    Set<Path> before = folders();
    List<String> screens = new ArrayList<>();
    assertTrue(new SimulatedWalk(new SecureRandom()).run(false, screens::add));
    for (String text : List.of("開始", "1/4", "2/4", "3/4", "日本の図書館", "4/4")) {
      assertTrue(screens.stream().anyMatch(screen -> screen.contains(text)), text);
    }
    assertEquals(before, folders());
  }

  @Test
  void walksInEnglish() throws IOException {
    List<String> screens = new ArrayList<>();
    assertTrue(new SimulatedWalk(new SecureRandom()).run(true, screens::add));
    String last = screens.getLast();
    assertTrue(last.contains("4/4") && last.contains("Due"), last);
    assertTrue(screens.stream().anyMatch(screen -> screen.contains("A book")));
  }

  private static Set<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> String.valueOf(path.getFileName()).startsWith("kashidashi-walk"))
          .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
  }
}
