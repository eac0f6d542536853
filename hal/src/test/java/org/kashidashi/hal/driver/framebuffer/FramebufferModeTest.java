package org.kashidashi.hal.driver.framebuffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.display.DisplayException;

final class FramebufferModeTest {
  private static final byte[] SILENT = {};

  @TempDir
  private Path folder;

  @Test
  void readsWhatTheKernelTells() throws Exception {
    FrameFile file = FrameFile.create(folder, 1280, 800, 16, 64);
    FramebufferMode mode = FramebufferMode.read(file.device(), folder, SILENT);
    assertEquals(new FramebufferMode(0, 0, 1280, 800, 2624, PixelFormat.RGB565), mode);
    assertEquals(2624 * 3 + 10, mode.offset(5, 3));
  }

  @Test
  void takesVisiblePartAndOrderOfChannelsFromTheDevice() throws Exception {
    FrameFile file = FrameFile.create(folder, 800, 960, 32, 0);
    byte[] variables = variables(800, 480, 0, 480, 32, 0, 8, 16);
    FramebufferMode mode = FramebufferMode.read(file.device(), folder, variables);
    assertEquals(480, mode.height());
    assertEquals(480 * 3200, mode.offset(0, 0));
    assertEquals(0x332211, mode.format().encode(0x112233));
  }

  @Test
  void encodesColours() {
    assertEquals(0x112233, PixelFormat.XRGB8888.encode(0x112233));
    assertEquals(0xFFFF, PixelFormat.RGB565.encode(0xFFFFFF));
    assertEquals(0xF800, PixelFormat.RGB565.encode(0xFF0000));
    assertEquals(0x07E0, PixelFormat.RGB565.encode(0x00FF00));
    assertEquals(0x001F, PixelFormat.RGB565.encode(0x0000FF));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "virtual_size|''",
        "virtual_size|1280",
        "virtual_size|1280x800",
        "virtual_size|-1280,800",
        "virtual_size|0,800",
        "virtual_size|99999,99999",
        "virtual_size|99999999999999999999,800",
        "virtual_size|1280,800,1",
        "bits_per_pixel|24",
        "bits_per_pixel|0",
        "bits_per_pixel|thirty-two",
        "bits_per_pixel|999999999999",
        "stride|0",
        "stride|5119",
        "stride|-5120",
        "stride|999999",
        "stride|\u0000\u001b[2J",
      })
  void refusesWhatIsNoPanel(String name, String content) {
    FrameFile file = FrameFile.create(folder, 1280, 800, 32, 0);
    file.describe(name, content);
    assertThrows(DisplayException.class, () -> FramebufferMode.read(file.device(), folder, SILENT));
  }

  @Test
  void refusesEndlessAnswerAndPrintsNoControls() throws Exception {
    FrameFile file = FrameFile.create(folder, 1280, 800, 32, 0);
    Files.writeString(folder.resolve("stride"), "\u001b]0;".repeat(1_000_000));
    DisplayException refusal = assertThrows(
        DisplayException.class, () -> FramebufferMode.read(file.device(), folder, SILENT));
    assertTrue(refusal.toString().length() < 300, refusal.toString());
    assertEquals(-1, refusal.toString().indexOf('\u001b'));
  }

  @Test
  void refusesMissingFolder() {
    DisplayException refusal = assertThrows(
        DisplayException.class,
        () -> FramebufferMode.read(Path.of("/dev/fb9"), folder.resolve("fb9"), SILENT));
    assertTrue(refusal.toString().contains("fb9/virtual_size"), refusal.toString());
  }

  @ParameterizedTest(name = "{0} x {1} from ({2}, {3}), {4} bits, channels at {5} {6} {7}")
  @CsvSource({
    "0, 480, 0, 0, 32, 16, 8, 0",
    "801, 480, 0, 0, 32, 16, 8, 0",
    "800, 480, 1, 0, 32, 16, 8, 0",
    "800, 480, 0, 1, 32, 16, 8, 0",
    "800, 480, -1, 0, 32, 16, 8, 0",
    "800, -480, 0, 0, 32, 16, 8, 0",
    "800, 480, 2147483647, 0, 32, 16, 8, 0",
    "800, 480, 0, 0, 8, 16, 8, 0",
    "800, 480, 0, 0, 32, 16, 16, 0",
    "800, 480, 0, 0, 32, 25, 8, 0",
    "800, 480, 0, 0, 32, -1, 8, 0",
    "800, 480, 0, 0, 16, 16, 8, 0",
  })
  void refusesDeviceThatContradictsItself(
      int width, int height, int left, int top, int bits, int red, int green, int blue) {
    FrameFile file = FrameFile.create(folder, 800, 480, 32, 0);
    byte[] variables = variables(width, height, left, top, bits, red, green, blue);
    assertThrows(
        DisplayException.class, () -> FramebufferMode.read(file.device(), folder, variables));
  }

  static byte[] variables(
      int width, int height, int left, int top, int bits, int red, int green, int blue) {
    ByteBuffer variables = ByteBuffer.allocate(160).order(ByteOrder.nativeOrder());
    variables.putInt(0, width).putInt(4, height).putInt(16, left).putInt(20, top);
    variables.putInt(24, bits);
    variables.putInt(32, red).putInt(36, 8);
    variables.putInt(44, green).putInt(48, 8);
    variables.putInt(56, blue).putInt(60, 8);
    return variables.array();
  }
}
