package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.display.DisplayBench;
import org.kashidashi.hal.display.DisplayContract;
import org.kashidashi.hal.display.Rotation;

final class FramebufferContractTest {
  @TempDir
  private Path folder;

  @Nested
  final class Upright extends DisplayContract {
    @Override
    protected DisplayBench bench(TerminalSize size) {
      return new FramebufferBench(folder, size, Rotation.NONE, 32, 0);
    }

    @Override
    protected String legible(String row) {
      return withoutRareKanji(row);
    }
  }

  @Nested
  final class SidewaysWithGapsIn16Bits extends DisplayContract {
    @Override
    protected DisplayBench bench(TerminalSize size) {
      return new FramebufferBench(folder, size, Rotation.CLOCKWISE_270, 16, 24);
    }

    @Override
    protected String legible(String row) {
      return withoutRareKanji(row);
    }
  }

  /** None of the fonts has this one. */
  private static String withoutRareKanji(String row) {
    return row.replace("𠮷", "〓");
  }
}
