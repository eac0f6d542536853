package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * Which of the kernel's input devices is meant: all three must fit, and * stands for any text.
 *
 * @param name what the kernel calls it
 * @param product vendor:product, in hexadecimal
 * @param path its event file, or a link to it
 */
public record DeviceRule(String name, String product, String path) {
  private static final String ANY = "*";

  /** The settings of the rule in one section. */
  record Section(Setting<String> name, Setting<String> product, Setting<String> path) {
    static Section of(String section, String device) {
      return new Section(
          Setting.otherwise(
                  section + ".name",
                  Forms.text("\\P{C}{1,100}", Allowed.CHARACTERS.with(1, 100), ANY),
                  ANY,
                  "What the kernel calls the " + device + "; `*` stands for any text.")
              .onMachine(),
          Setting.otherwise(
                  section + ".product",
                  Forms.text(
                      "\\*|([0-9a-fA-F]{4}|\\*):([0-9a-fA-F]{4}|\\*)",
                      Allowed.PRODUCT_OR_ANY.with(), "0c2e:0206"),
                  ANY,
                  "Its vendor and product on USB, as `lsusb` shows them.")
              .onMachine(),
          Setting.otherwise(
                  section + ".path",
                  Forms.text("\\*|/[\\x21-\\x7E]{1,254}", Allowed.PATH_OR_ANY.with(), ANY),
                  ANY,
                  "Its event file, or a link to it below `/dev/input/by-path`, with `*` for any text.")
              .onMachine());
    }

    List<Setting<?>> settings() {
      return List.of(name, product, path);
    }

    /**
     * The rule.
     *
     * @param needed whether it must name a device
     */
    DeviceRule read(Values values, boolean needed) {
      DeviceRule rule = new DeviceRule(values.get(name), values.get(product), values.get(path));
      if (needed && values.fit(name, product, path) && !rule.namesDevice()) {
        values.add(name, Problem.FITS_EVERY_DEVICE.with(), Remedy.NAME_DEVICE.with());
      }
      return rule;
    }
  }

  private boolean namesDevice() {
    return !(name + product + path).replaceAll("[*:]", "").isEmpty();
  }
}
