package org.kashidashi.kiosk.bench;

import java.util.List;

/** What the built package takes on a disk, and what the fonts take that it depends on. */
final class PackageSize implements Figure {
  private static final String INSTALLED = "package.installed.mb";
  private static final String FONTS = "package.fonts.mb";

  @Override
  public List<String> names() {
    return List.of(INSTALLED, FONTS);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    BuiltPackage built = BuiltPackage.newest();
    List<String> fonts = built.fonts();
    if (fonts.isEmpty()) {
      throw new IllegalStateException("%s depends on no fonts".formatted(built.file()));
    }
    double megabytes = 0;
    for (String font : fonts) {
      megabytes += BuiltPackage.installedMegabytes(font);
    }
    return List.of(
        Measurement.atMost(
            INSTALLED,
            built.installedMegabytes(),
            "MB",
            120,
            String.valueOf(built.file().getFileName())),
        Measurement.atMost(FONTS, megabytes, "MB", 40, String.join(", ", fonts)));
  }
}
