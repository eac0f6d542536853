package org.kashidashi.central.circulation;

import java.util.regex.Pattern;

/** What a kiosk hands in under an idempotency key. */
public sealed interface Operation permits KnownOperation, UnknownOperation {
  Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  /** The idempotency key, made by the kiosk and kept for ever. */
  String key();

  /** All content but the key, in one form, so that equal content gives equal text. Personal. */
  String content();
}
