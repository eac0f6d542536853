package org.kashidashi.sync.registry.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StaffNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"hanako", "operator-2", "operators", "a.b-9", "0"})
  void admitsName(String name) {
    assertTrue(StaffName.admits(name));
    assertEquals(name, new StaffName(name).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "operator", "Hanako", "花子", "a b", "a\n", "123456789012345678901234567890123"})
  void refusesName(String name) {
    assertFalse(StaffName.admits(name));
    assertThrows(IllegalArgumentException.class, () -> new StaffName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = "operator")
  void saysWhyNobodyHasTheOperatorsName(String name) {
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> new StaffName(name)).getMessage());
    assertTrue(message.contains("'operator' stands in the audit"), message);
  }
}
