package org.kashidashi.central.http;

import java.util.Map;

/** What one client may cost us. */
final class HttpLimits {
  /** Fifty operations of a few hundred bytes each, with room. */
  static final int BODY_BYTES_MAXIMUM = 256 * 1024;

  /** Requests that are worked on at the same time; they meet again before the one store thread. */
  static final int CONCURRENT_MAXIMUM = 32;

  /** Kiosks that enrol at the same time, and as many that wait. */
  static final int STRANGERS_MAXIMUM = 8;

  /** Requests that wait for their turn. */
  static final int WAITING_MAXIMUM = 64;

  /**
   * The JDK's server takes these from system properties alone, and reads them once. Seconds for
   * times. What the operator set on the command line stays.
   */
  private static final Map<String, Integer> SERVER_PROPERTIES = Map.of(
      "sun.net.httpserver.maxReqHeaders", 64,
      "sun.net.httpserver.maxReqHeaderSize", 16 * 1024,
      "sun.net.httpserver.maxReqTime", 20,
      "sun.net.httpserver.maxRspTime", 30,
      "jdk.httpserver.maxConnections", 1024);

  private HttpLimits() {}

  static void apply() {
    SERVER_PROPERTIES.forEach((name, limit) -> set(name, limit.toString()));
    // Else each answer waits for the client's delayed acknowledgement.
    set("sun.net.httpserver.nodelay", "true");
  }

  private static void set(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
