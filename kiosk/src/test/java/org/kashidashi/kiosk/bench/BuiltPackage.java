package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest Debian package of the kiosk for amd64 that packaging/build-deb has left. */
record BuiltPackage(Path file) {
  static BuiltPackage newest() throws SkippedException, IOException {
    Path folder = KioskProcess.top().resolve("target").resolve("deb");
    Optional<Path> newest = Optional.empty();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        newest = files
            .filter(file -> file.getFileName().toString().matches("kashidashi_.*_amd64\\.deb"))
            .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
      }
    }
    return new BuiltPackage(newest.orElseThrow(() -> new SkippedException(
        "no package in %s; packaging/build-deb amd64 makes one".formatted(folder))));
  }

  double installedMegabytes() throws IOException, InterruptedException {
    return megabytes(field("Installed-Size"));
  }

  /** The packages of fonts that it does not run without. */
  List<String> fonts() throws IOException, InterruptedException {
    return Arrays.stream(field("Depends").split(",", -1))
        .map(String::strip)
        .filter(name -> name.startsWith("fonts-"))
        .toList();
  }

  /** Of another package, as it is installed here. */
  static double installedMegabytes(String other)
      throws SkippedException, IOException, InterruptedException {
    String size = said("dpkg-query", "--show", "--showformat=${Installed-Size}", other);
    if (size.isEmpty()) {
      throw new SkippedException("%s is not installed; apt-get install %s".formatted(other, other));
    }
    return megabytes(size);
  }

  void unpack(Path into) throws IOException, InterruptedException {
    String _ = said("dpkg-deb", "--extract", file.toString(), into.toString());
    if (!Files.isDirectory(into.resolve("usr"))) {
      throw new IOException("%s cannot be unpacked".formatted(file));
    }
  }

  private String field(String name) throws IOException, InterruptedException {
    return said("dpkg-deb", "--field", file.toString(), name);
  }

  /** Debian counts in units of 1024 bytes. */
  private static double megabytes(String kilobytes) {
    return Long.parseLong(kilobytes) / 1024.0;
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.strip() : "";
  }
}
