package org.kashidashi.kiosk.bench;

import java.nio.file.Path;

/** How the scripts start the kiosk's process. */
final class KioskProcess {
  private KioskProcess() {}

  /** The folder of the whole project. */
  static Path top() {
    return Path.of(required("kashidashi.top"));
  }

  static Path jar() {
    return top().resolve("kiosk").resolve("target").resolve("kiosk.jar");
  }

  /** The virtual machine's options, as the scripts give them. */
  static String options() {
    return required("kashidashi.java.options");
  }

  private static String required(String property) {
    String value = System.getProperty(property, "");
    if (value.isEmpty()) {
      throw new IllegalStateException(property + " is not set; run packaging/bench");
    }
    return value;
  }
}
