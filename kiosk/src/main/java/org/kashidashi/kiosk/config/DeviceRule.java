package org.kashidashi.kiosk.config;

import java.util.List;

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
                  Forms.text("\\P{C}{1,100}", "1 to 100 characters", ANY),
                  ANY,
                  "What the kernel calls the " + device + "; `*` stands for any text.")
              .onMachine(),
          Setting.otherwise(
                  section + ".product",
                  Forms.text(
                      "\\*|([0-9a-fA-F]{4}|\\*):([0-9a-fA-F]{4}|\\*)",
                      "vendor:product of four hexadecimal digits each, or *", "0c2e:0206"),
                  ANY,
                  "Its vendor and product on USB, as `lsusb` shows them.")
              .onMachine(),
          Setting.otherwise(
                  section + ".path",
                  Forms.text("\\*|/[\\x21-\\x7E]{1,254}", "an absolute path, or *", ANY),
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
        values.add(
            name, "fits every device", "give at least one of name, product and path of the device");
      }
      return rule;
    }
  }

  private boolean namesDevice() {
    return !(name + product + path).replaceAll("[*:]", "").isEmpty();
  }
}
