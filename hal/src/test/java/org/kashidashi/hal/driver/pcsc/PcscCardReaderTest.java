package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** What can be said of the driver without a smart-card service; the rest is PcscCardReaderIT. */
final class PcscCardReaderTest {
  @Test
  void saysWhatToDoWhenTheLibraryIsMissing() {
    PcscSettings settings = new PcscSettings(
        ReaderRule.anyContactless(), "/nowhere/libpcsclite.so.1", Duration.ofSeconds(4));
    ReaderUnavailableException refusal = assertThrows(
        ReaderUnavailableException.class, () -> PcscCardReader.open(settings, System::nanoTime));
    assertEquals(
        "library '/nowhere/libpcsclite.so.1' cannot be loaded;"
            + " install libpcsclite1 or set its path",
        refusal.getMessage());
  }

  @Test
  void refusesACommandLimitThatHonestCardsMayExceed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PcscSettings(
            ReaderRule.anyContactless(), "libpcsclite.so.1", Duration.ofMillis(2500)));
  }
}
