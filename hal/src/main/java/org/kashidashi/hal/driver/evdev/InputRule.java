package org.kashidashi.hal.driver.evdev;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which input device is meant: what is given must all fit. In each, {@code *} stands for any text and
 * or nothing is what is not given.
 *
 * @param name what the kernel calls the device
 * @param product vendor:product in hexadecimal, four digits each: {@code 0c2e:*}
 * @param path the event file, or any link to it in {@code by-id} and {@code by-path}
 */
public record InputRule(String name, String product, String path) {
  private static final String ANY = "*";
  private static final Pattern PRODUCT =
      Pattern.compile("\\*|([0-9a-fA-F]{4}|\\*):([0-9a-fA-F]{4}|\\*)");

  public InputRule {
    if (!PRODUCT.matcher(product).matches()) {
      throw new IllegalArgumentException(
          "product '%s', need vendor:product with four hexadecimal digits each, such as 0c2e:0206"
              .formatted(product));
    }
    if (isAny(name) && isAny(product.replace(":", "")) && isAny(path)) {
      throw new IllegalArgumentException(
          "a rule for input devices fits every device, give a name, a product or a path");
    }
  }

  public static InputRule named(String name) {
    return new InputRule(name, ANY, ANY);
  }

  public static InputRule product(String product) {
    return new InputRule(ANY, product, ANY);
  }

  public static InputRule path(String path) {
    return new InputRule(ANY, ANY, path);
  }

  /** Links to a device are made some time after the device: a rule by path may fit only then. */
  boolean needsPath() {
    return !isAny(path);
  }

  boolean fits(DeviceDescription device, Collection<String> paths) {
    return matches(name, device.name())
        && matches(product.toLowerCase(Locale.ROOT), device.product().toString())
        && fitsPath(paths);
  }

  boolean fitsPath(Collection<String> paths) {
    return paths.stream().anyMatch(candidate -> matches(path, candidate));
  }

  @Override
  public String toString() {
    return "name '%s', product '%s', path '%s'".formatted(name, product, path);
  }

  private static boolean isAny(String glob) {
    return glob.chars().allMatch(character -> character == '*');
  }

  /** By hand, not by a regular expression: many stars must not take long. */
  private static boolean matches(String glob, String text) {
    if (isAny(glob)) {
      return true;
    }
    int inGlob = 0;
    int inText = 0;
    int star = -1;
    int afterStar = 0;
    while (inText < text.length()) {
      if (inGlob < glob.length() && glob.charAt(inGlob) == '*') {
        star = inGlob++;
        afterStar = inText;
      } else if (inGlob < glob.length() && glob.charAt(inGlob) == text.charAt(inText)) {
        inGlob++;
        inText++;
      } else if (star >= 0) {
        inGlob = star + 1;
        inText = ++afterStar;
      } else {
        return false;
      }
    }
    return isAny(glob.substring(inGlob));
  }
}
