package org.kashidashi.central.identity;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** The names by which kiosks may call central: DNS names as they are, and literal addresses. */
public final class ServerName {
  private static final int LENGTH_MAXIMUM = 253;
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DNS = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

  /** A name whose last label is a number would be taken for an address: RFC 1123, 2.1. */
  private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?[0-9]+");

  private ServerName() {}

  public static boolean isGood(String name) {
    return isAddress(name) || isDns(name);
  }

  static boolean isAddress(String name) {
    try {
      // Four numbers: the older forms with fewer are not what anybody means.
      boolean form = name.indexOf(':') >= 0 || name.split("\\.", -1).length == 4;
      return form && name.indexOf('%') < 0 && !InetAddress.ofLiteral(name).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isDns(String name) {
    return name.length() <= LENGTH_MAXIMUM
        && DNS.matcher(name).matches()
        && !NUMBER_AT_END.matcher(name).matches();
  }
}
