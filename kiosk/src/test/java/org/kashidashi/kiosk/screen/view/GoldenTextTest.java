package org.kashidashi.kiosk.screen.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Golden;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.KioskState;

final class GoldenTextTest {
  private final ScreenView view = new ScreenView(
      new Catalogue(), SampleStates.SITE, Theme.standard(), Grid.of(60, 22), Grid.of(30, 11));

  @TestFactory
  Stream<DynamicTest> readsAsBefore() {
    return SampleStates.all().entrySet().stream()
        .map(sample -> DynamicTest.dynamicTest(
            sample.getKey(), () -> check(sample.getKey(), sample.getValue())));
  }

  private void check(String name, KioskState state) {
    Frame frame = view.draw(Screens.of(state, SampleStates.RULES), SampleStates.JAPANESE, 0);
    String text = String.join("\n", Cells.rows(frame.image())) + "\n";
    Path file = Golden.file("text", name + ".txt");
    if (Golden.writing()) {
      Golden.write(file, text.getBytes(UTF_8));
    }
    assertEquals(new String(Golden.read(file), UTF_8), text);
  }
}
