package org.kashidashi.kiosk.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.kiosk.app.demo.DemoStation;

/** The invented library with thousands of items, and patrons who may borrow them all. */
public final class ProofLibrary {
  public static final List<String> PATRONS = List.of(
      "9999900120",
      "9999900237",
      "9999900344",
      "9999900450",
      "9999900567",
      "9999900674",
      "9999900781",
      "9999900898");

  private static final int FIRST_NUMBER = 150_000_000;

  private ProofLibrary() {}

  /** Sets the library up in an empty folder; its central runs in this process. */
  public static DemoStation open(Path folder, int items, Clock clock) throws Exception {
    DemoStation station = DemoStation.open(folder, clock, new SecureRandom());
    station.centralDown();
    load(folder, items, clock);
    station.centralUp();
    return station;
  }

  /** The barcode of the n-th item. */
  public static String barcode(int index) {
    String payload = Integer.toString(FIRST_NUMBER + index);
    int sum = 0;
    for (int position = 0; position < payload.length(); position++) {
      int digit = payload.charAt(payload.length() - 1 - position) - '0';
      int weighted = position % 2 == 0 ? digit * 2 : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return payload + (10 - sum % 10) % 10;
  }

  public static String title(int index) {
    return "試験の本%06d".formatted(index);
  }

  /** The cards of holders 1 to 8 are linked to these, in order. */
  private static String patrons(Clock clock) {
    LocalDate expires = LocalDate.now(clock).plusYears(1);
    StringBuilder rows =
        new StringBuilder("patron,expires,renewal,blocks,residence,loan_limit,loan_days\n");
    for (String patron : PATRONS) {
      rows.append("%s,%s,AT_COUNTER,,RESIDENT,999,15%n".formatted(patron, expires));
    }
    return rows.toString();
  }

  private static void load(Path folder, int items, Clock clock) throws Exception {
    CentralConfig config = DemoLibrary.config(folder.resolve("central"), 0);
    StringBuilder rows = new StringBuilder("barcode,title,class\n");
    for (int index = 0; index < items; index++) {
      rows.append("%s,%s,STANDARD\n".formatted(barcode(index), title(index)));
    }
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      LoadReport report = new CsvLoad(store, LocalDate.now(clock))
          .load(new CsvFiles(
              text("patrons", patrons(clock)),
              text("items", rows.toString()),
              text("links", "kind,identifier,patron,state\n"),
              Optional.empty(),
              Optional.empty()));
      if (report instanceof LoadReport.Refused refused) {
        throw new IllegalStateException("the library is refused: " + refused);
      }
    }
  }

  private static CsvFile text(String name, String csv) {
    return new CsvFile(name, () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
