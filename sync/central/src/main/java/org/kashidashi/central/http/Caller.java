package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpExchange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.central.identity.KioskCertificate;

/**
 * Who asks.
 *
 * @param kiosk as it calls itself
 * @param network from where; nothing more can be known of a stranger
 * @param certificate what proves it; empty where kiosks do not authenticate, or not yet
 * @param staffSecret what a member of staff shows who asks there
 */
record Caller(
    String kiosk,
    String network,
    Optional<KioskCertificate> certificate,
    Optional<String> staffSecret) {
  private static final String STAFF_HEADER = "Kashidashi-Staff";

  /** What a ticket's secret looks like; anything else is no ticket. */
  private static final Pattern SECRET = Pattern.compile("[!-~]{1,128}");

  /** Whoever has one address of IPv6 has all that begin with the same 64 bits (RFC 4291, 2.5.1). */
  private static final int NETWORK_BYTES = 8;

  static Caller of(HttpExchange exchange, String kiosk, Optional<KioskCertificate> certificate) {
    return new Caller(
        kiosk,
        network(exchange.getRemoteAddress().getAddress()),
        certificate,
        staffSecret(exchange));
  }

  private static Optional<String> staffSecret(HttpExchange exchange) {
    List<String> shown = exchange.getRequestHeaders().getOrDefault(STAFF_HEADER, List.of());
    return shown.size() == 1 && SECRET.matcher(shown.getFirst()).matches()
        ? Optional.of(shown.getFirst())
        : Optional.empty();
  }

  static String network(InetAddress address) {
    return address instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
