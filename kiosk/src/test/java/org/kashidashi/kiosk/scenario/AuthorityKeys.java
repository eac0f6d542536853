package org.kashidashi.kiosk.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kashidashi.hal.sim.TestHierarchy;
import org.kashidashi.kiosk.app.demo.Folders;

/** The keys of one test authority, made once: making them anew for every kiosk takes seconds. */
public final class AuthorityKeys {
  private static final Map<String, byte[]> FILES = make();

  private AuthorityKeys() {}

  /** Puts the keys where a station looks for its authority. */
  public static void copyTo(Path station) throws IOException {
    Path authority = Files.createDirectories(station.resolve("authority"));
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      Files.write(authority.resolve(file.getKey()), file.getValue());
    }
  }

  /** Seeded, so that a run can be repeated to the byte. */
  public static SecureRandom random() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(20261120);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA1PRNG", e);
    }
  }

  private static Map<String, byte[]> make() {
    try {
      Path folder = Files.createTempDirectory("kashidashi-authority");
      TestHierarchy.open(folder, random());
      Map<String, byte[]> made = new TreeMap<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          made.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      Folders.delete(folder);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
