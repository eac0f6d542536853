package org.kashidashi.central.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedConfigTest {
  private static final Path SHIPPED =
      Path.of("..", "..", "packaging", "package", "central", "central.toml");

  @TempDir
  private Path folder = Path.of("");

  @Test
  void isGoodAsItIs() throws Exception {
    CentralConfig config = new ConfigFile(SHIPPED).read();
    assertEquals("127.0.0.1", config.listen().host());
    assertEquals(Path.of("/var/lib/kashidashi-central/central.db"), config.database());
    assertEquals(Optional.empty(), config.tls());
  }

  @Test
  void letsKiosksOnOtherMachinesInOnceTheLinesForThemAreUncommented() throws Exception {
    String everywhere = Files.readString(SHIPPED).replace("\"127.0.0.1\"", "\"0.0.0.0\"");
    assertThrows(ConfigMistakesException.class, () -> read(everywhere));
    String uncommented = everywhere.replaceAll("(?m)^#(?=\\S)", "");
    assertTrue(uncommented.contains("\n[tls]\n"), uncommented);

    CentralConfig config = read(uncommented);

    assertEquals("0.0.0.0", config.listen().host());
    CentralConfig.Tls expected = new CentralConfig.Tls(
        List.of("central.example", "192.0.2.7"),
        Path.of("/var/lib/kashidashi-central/central.db.authority"));
    assertEquals(Optional.of(expected), config.tls());
  }

  private CentralConfig read(String text) throws IOException, ConfigMistakesException {
    return new ConfigFile(Files.writeString(folder.resolve("central.toml"), text)).read();
  }
}
