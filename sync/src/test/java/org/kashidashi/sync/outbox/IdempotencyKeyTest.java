package org.kashidashi.sync.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class IdempotencyKeyTest {
  @Test
  void longestKeyFitsTheProtocol() {
    IdempotencyKey key =
        new IdempotencyKey("k".repeat(32), "0123456789abcdef", Integer.MAX_VALUE, Long.MAX_VALUE);

    assertEquals(80, key.text().length());
    assertTrue(key.text().matches("[A-Za-z0-9._-]{1,80}"));
  }

  @Test
  void namesKioskStoreEpochAndSequence() {
    assertEquals(
        "k1.0123456789abcdef.7.42", new IdempotencyKey("k1", "0123456789abcdef", 7, 42).text());
  }

  @Test
  void refusesKioskIdThatCouldBeMistaken() {
    assertThrows(
        IllegalArgumentException.class, () -> new IdempotencyKey("k.1", "0123456789abcdef", 1, 1));
  }
}
