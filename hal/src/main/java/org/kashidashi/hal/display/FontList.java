package org.kashidashi.hal.display;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The font files that cells are drawn with, in the order in which they are asked for a character.
 *
 * @param regular the first one sets the look and must exist; the others fill its gaps if they do
 * @param bold asked first for bold text
 */
public record FontList(List<Path> regular, List<Path> bold) {
  public FontList {
    regular = List.copyOf(regular);
    bold = List.copyOf(bold);
    if (regular.isEmpty()) {
      throw new IllegalArgumentException("no font named, need at least one regular font");
    }
  }

  /**
   * A universal-design Japanese font sets the look. One more font a script fills its gaps: Noto Mono
   * for Vietnamese, WenQuanYi Micro Hei for Chinese and Hangul, in one weight each. GNU Unifont
   * comes last, where it is installed. Debian's packages: fonts-morisawa-bizud-gothic,
   * fonts-noto-mono, fonts-wqy-microhei; fonts-unifont.
   */
  public static FontList debian() {
    Path trueType = Path.of("/usr/share/fonts/truetype");
    Path bizUd = trueType.resolve("bizud-gothic");
    Path unifont = Path.of("/usr/share/fonts/opentype/unifont");
    return new FontList(
        List.of(
            bizUd.resolve("BIZUDGothic-Regular.ttf"),
            trueType.resolve("noto/NotoMono-Regular.ttf"),
            trueType.resolve("wqy/wqy-microhei.ttc"),
            unifont.resolve("unifont_jp.otf"),
            unifont.resolve("unifont.otf"),
            unifont.resolve("unifont_upper.otf")),
        List.of(bizUd.resolve("BIZUDGothic-Bold.ttf")));
  }

  /** The files that cannot be read, for whoever checks an installation. */
  public List<Path> missing() {
    return Stream.concat(regular.stream(), bold.stream())
        .filter(path -> !Files.isReadable(path))
        .toList();
  }
}
