package org.kashidashi.kiosk.console.signin;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A technician whom the configuration names, with the public half of their key.
 *
 * @param key Ed25519, 32 bytes in base64; empty if they have none
 */
public record KeyHolder(Technician technician, String key) {
  private static final int KEY_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("([^:]{1,32}):(view|test|config|admin)(?::([A-Za-z0-9+/]{43}=))?");

  /** Reads name:role or name:role:key; empty if it is neither. */
  public static Optional<KeyHolder> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !Technician.NAME.matcher(matcher.group(1)).matches()) {
      return Optional.empty();
    }
    String key = matcher.group(3) == null ? "" : matcher.group(3);
    Role role = Role.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
    boolean whole = key.isEmpty() || Base64.getDecoder().decode(key).length == KEY_BYTES;
    return whole
        ? Optional.of(new KeyHolder(new Technician(matcher.group(1), role), key))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  public String written() {
    String rest = key.isEmpty() ? "" : ":" + key;
    return technician.name() + ":" + technician.role().name().toLowerCase(Locale.ROOT) + rest;
  }
}
