package org.kashidashi.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.screen.view.CellTypesetting;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Visit;

final class ReceiptTextTest {
  static final List<String> HOSTILE = HostileTitles.ALL;

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 14, 5);

  private final Typesetting typesetting = new CellTypesetting();

  @ParameterizedTest
  @ValueSource(ints = {32, 48})
  void readsAsBefore(int columns) {
    check("receipt-%d.txt".formatted(columns), receipt(columns, SampleStates.threeScans()));
    check("receipt-offline-%d.txt".formatted(columns), receipt(columns, SampleStates.offline()));
    check(
        "receipt-no-clock-%d.txt".formatted(columns),
        text(columns).linesWithoutTime(SampleStates.withoutDates()));
  }

  private static void check(String name, List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    Path file = Golden.file("text", name);
    if (Golden.writing()) {
      Golden.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(new String(Golden.read(file), StandardCharsets.UTF_8), text);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void keepsEveryLineOnThePaper(String title) {
    for (int columns : new int[] {24, 48}) {
      for (String line : receipt(columns, SampleStates.borrowing(title))) {
        assertTrue(typesetting.columns(line) <= columns, line);
        assertFalse(line.chars().anyMatch(Character::isISOControl), line);
      }
    }
  }

  @Test
  void showsNoFullNumber() {
    String all = String.join("\n", receipt(48, SampleStates.threeScans()));
    assertFalse(all.contains(SampleStates.PATRON_NUMBER));
    assertTrue(all.contains("****123"));
  }

  @Test
  void printsNoDateFromUntrustedClock() {
    String all = String.join("\n", text(48).linesWithoutTime(SampleStates.withoutDates()));
    assertFalse(all.contains("2026-11-20"));
    assertFalse(all.contains("12/05"));
    assertTrue(all.contains("返却日は カウンターで\nご確認ください"));
  }

  @Test
  void leavesOutWhatTheSiteDoesNotHave() {
    Site bare = new Site("貸出市立図書館", "1号機", "カウンター", "", "", "", "0120-95-0178");
    String all = String.join(
        "\n",
        new ReceiptText(new Catalogue().of(Language.JAPANESE), bare, typesetting, 48)
            .lines(SampleStates.threeScans(), NOW));
    assertFalse(all.contains("電話"));
    assertFalse(all.contains("延長"));
  }

  @Test
  void refusesPaperThatIsNoReceipt() {
    assertThrows(IllegalArgumentException.class, () -> text(23));
    assertThrows(IllegalArgumentException.class, () -> text(81));
  }

  private List<String> receipt(int columns, Visit visit) {
    return text(columns).lines(visit, NOW);
  }

  private ReceiptText text(int columns) {
    return new ReceiptText(
        new Catalogue().of(Language.JAPANESE), SampleStates.SITE, typesetting, columns);
  }
}
