package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.load.LoadReport;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Patrons and items that a scenario gives to a central that is down. */
final class CentralFiles {
  private static final String PATRONS =
      "patron,expires,renewal,blocks,residence,loan_limit,loan_days";
  private static final String ITEMS = "barcode,title,class";
  private static final String LINKS = "kind,identifier,patron,state";

  private CentralFiles() {}

  /** Loads rows as the files of the program {@code central load} have them, without the headings. */
  static void load(CentralConfig config, List<String> patrons, List<String> items)
      throws StoreException {
    CsvFiles files = new CsvFiles(
        csv(PATRONS, patrons),
        csv(ITEMS, items),
        csv(LINKS, List.of()),
        Optional.empty(),
        Optional.empty());
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      assertInstanceOf(
          LoadReport.Loaded.class, new CsvLoad(store, LocalDate.of(2026, 11, 20)).load(files));
    }
  }

  private static CsvFile csv(String heading, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(heading));
    lines.addAll(rows);
    String content = String.join("\n", lines) + "\n";
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new CsvFile("scenario.csv", () -> new ByteArrayInputStream(bytes));
  }
}
