package org.kashidashi.kiosk.console.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.fault.FaultCode;

/** The last section of the faults' document: what the console says of every cause. */
final class FaultsDocumentTest {
  private final CauseWords words = new CauseWords();

  /** A language of the document: its file, and how the section of technicians begins. */
  enum Document {
    ENGLISH(Tongue.EN, "faults.md", """
        ## The machine, for technicians

        `show health` on the console ([console.md](console.md)) says all of this; with `terse on` it \
        says the names alone. This table is made from the program; do not edit it by hand.

        | name | what it means | what to do | patrons may see |
        |---|---|---|---|
        """),
    JAPANESE(Tongue.JA, "faults.ja.md", """
        ## 機械 (技術者向け)

        コンソール([console.ja.md](console.ja.md))の `show health` に同じことばが出ます。`terse on` では名前だけです。\
        この表はプログラムから作ります。手で直さないでください。

        | 名前 | 意味 | すること | 利用者の画面 |
        |---|---|---|---|
        """);

    private final Tongue tongue;
    private final String name;
    private final String beginning;

    Document(Tongue tongue, String name, String beginning) {
      this.tongue = tongue;
      this.name = name;
      this.beginning = beginning;
    }

    private Golden file() {
      return Golden.file("../../../../../packaging/docs/" + name);
    }

    /** What people write, above the section. */
    private String above() {
      String text = new String(file().read(), UTF_8);
      String heading = beginning.lines().findFirst().orElseThrow();
      int section = text.indexOf("\n" + heading + "\n");
      assertTrue(section > 0, () -> name + " has no section '" + heading + "'");
      return text.substring(0, section + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Document.class)
  void tellsTechniciansOfEveryCause(Document document) {
    String rows = Arrays.stream(Cause.values())
        .filter(cause -> cause != Cause.NONE)
        .map(cause -> row(cause, document.tongue))
        .collect(Collectors.joining());
    document.file().check(document.above() + document.beginning + rows);
  }

  private String row(Cause cause, Tongue tongue) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            cause.name(),
            cell(words.meaning(cause, tongue)),
            cell(words.remedy(cause, tongue)),
            seen(cause).map(FaultCode::code).orElse(""));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }

  /** What a patron's screen shows meanwhile; a screen without a kiosk keeps its last words. */
  private static Optional<FaultCode> seen(Cause cause) {
    return switch (cause) {
      case LINK_DOWN,
          NO_ADDRESS,
          NAME_NOT_FOUND,
          CENTRAL_NOT_REACHED,
          CENTRAL_NOT_TRUSTED,
          CENTRAL_REFUSES,
          NOT_ENROLLED,
          IDENTITY_REVOKED,
          IDENTITY_EXPIRED -> Optional.of(FaultCode.E_301);
      case AUTHORITY_NOT_REACHED -> Optional.of(FaultCode.E_302);
      case READER_MISSING, READER_SERVICE_DOWN, READER_HANGS -> Optional.of(FaultCode.E_303);
      case PRINTER_SILENT, PAPER_OUT, COVER_OPEN, PRINTER_FAILED -> Optional.of(FaultCode.E_304);
      case KIOSK_STOPPED,
          KIOSK_FAILING,
          CLOSED_BY_TECHNICIAN,
          CLOSED_BY_LIBRARY,
          IN_MAINTENANCE,
          SCANNER_MISSING,
          TOUCH_MISSING,
          DATABASE_DAMAGED,
          DATABASE_IN_USE,
          DATABASE_FULL,
          DISK_READ_ONLY -> Optional.of(FaultCode.E_305);
      case UNKNOWN_KEYBOARD -> Optional.of(FaultCode.E_307);
      case NONE,
          KIOSK_STARTING,
          KIOSK_HANGS,
          CONFIGURATION_WRONG,
          CONFIGURATION_ON_TRIAL,
          CONFIGURATION_ROLLED_BACK,
          CARD_NOT_SEEN,
          CARD_UNREADABLE,
          CARD_WITHOUT_CERTIFICATE,
          CARD_SLOW,
          NOTHING_SCANNED,
          SCAN_NOT_UNDERSTOOD,
          DISPLAY_MISSING,
          DISPLAY_SLOW,
          NOTHING_TOUCHED,
          TOUCH_OFF,
          SEEN_WRONG,
          SOUND_MISSING,
          CENTRAL_SLOW,
          IDENTITY_ENDS_SOON,
          CLOCK_NOT_SET,
          CLOCK_OFF,
          DATABASE_MISSING,
          FLUSH_SLOW,
          QUEUE_OLD,
          QUEUE_PARKED,
          DISK_NEARLY_FULL,
          DISK_MISSING,
          MEMORY_SHORT,
          TOO_HOT,
          THROTTLED,
          UNDER_VOLTAGE -> Optional.empty();
    };
  }
}
