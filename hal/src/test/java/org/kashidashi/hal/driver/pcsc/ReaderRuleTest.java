package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.driver.pcsc.ReaderRule.Choice;
import org.kashidashi.hal.driver.pcsc.ReaderRule.Slot;

final class ReaderRuleTest {
  private static final String SONY = "SONY FeliCa RC-S300/S (0123456) 00 00";
  private static final String ACS_PICC = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 01 00";
  private static final String ACS_SAM = "ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 01";
  private static final String DUAL_CONTACT = "ACS ACR1281 1S Dual Reader ICC 0";
  private static final String DUAL_CONTACTLESS = "ACS ACR1281 1S Dual Reader PICC 0";
  private static final String PLAIN_CONTACT = "Generic Smart Card Contact Reader 00 00";

  @Test
  void choosesTheOnlyReader() {
    assertEquals(new Choice.Chosen(SONY), ReaderRule.anyContactless().choose(List.of(SONY)));
  }

  @Test
  void neverChoosesASecureModuleWhateverItsPlace() {
    assertEquals(
        new Choice.Chosen(ACS_PICC),
        ReaderRule.anyContactless().choose(List.of(ACS_SAM, ACS_PICC)));
    assertInstanceOf(
        Choice.None.class, new ReaderRule("ACR1252", Slot.ANY).choose(List.of(ACS_SAM)));
  }

  @Test
  void prefersTheContactlessSlotOfAReaderThatHasBoth() {
    assertEquals(
        new Choice.Chosen(DUAL_CONTACTLESS),
        ReaderRule.anyContactless().choose(List.of(DUAL_CONTACT, DUAL_CONTACTLESS)));
  }

  @Test
  void takesNoContactReaderForAContactlessOne() {
    assertInstanceOf(Choice.None.class, ReaderRule.anyContactless().choose(List.of(PLAIN_CONTACT)));
    assertEquals(
        new Choice.Chosen(PLAIN_CONTACT),
        new ReaderRule("", Slot.ANY).choose(List.of(PLAIN_CONTACT)));
  }

  @Test
  void choosesByNameAmongSeveral() {
    assertEquals(
        new Choice.Chosen(SONY),
        new ReaderRule("RC-S300", Slot.CONTACTLESS).choose(List.of(ACS_PICC, SONY)));
  }

  @Test
  void refusesToGuessBetweenTwo() {
    Choice choice =
        new ReaderRule("", Slot.ANY).choose(List.of("Virtual PCD 00 00", "Virtual PCD 00 01"));
    Choice.None none = assertInstanceOf(Choice.None.class, choice);
    assertEquals(
        "readers [Virtual PCD 00 00, Virtual PCD 00 01] all match '' (ANY);"
            + " make the name say one of them",
        none.reason());
  }

  @Test
  void findsNothingWithoutReaders() {
    assertInstanceOf(Choice.None.class, ReaderRule.anyContactless().choose(List.of()));
  }

  @Test
  void refusesANameThatIsNoExpression() {
    assertThrows(PatternSyntaxException.class, () -> new ReaderRule("(", Slot.ANY));
  }

  @Test
  void showsItselfAsAnOperatorWouldWriteIt() {
    assertEquals("*CCID*", new ReaderRule("^\\Q\\E.*\\QCCID\\E.*\\Q\\E$", Slot.ANY).shown());
    assertEquals("*", ReaderRule.anyContactless().shown());
  }
}
