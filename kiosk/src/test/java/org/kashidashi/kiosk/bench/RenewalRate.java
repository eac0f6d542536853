package org.kashidashi.kiosk.bench;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.load.CsvFile;
import org.kashidashi.central.load.CsvFiles;
import org.kashidashi.central.load.CsvLoad;
import org.kashidashi.central.renewal.CheckOutcome;
import org.kashidashi.central.renewal.MonthlyCheck;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.renewal.job.LinkedPopulation;
import org.kashidashi.central.renewal.job.MonthlyRenewal;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/**
 * How many library cards a second the monthly check deals with, each in a transaction of its own,
 * when the authority answers at once; beside bare commits on the same disk.
 */
final class RenewalRate implements Figure {
  private static final String NAME = "renewal.per_second";
  private static final int CARDS = 3_000;
  private static final int BARE_COMMITS = 1_000;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    CentralConfig config = DemoLibrary.config(folder, 0);
    Clock clock = DemoStation.clock();
    try (CentralStore store = CentralStore.open(config.storeSettings())) {
      StringBuilder patrons =
          new StringBuilder("patron,expires,renewal,blocks,residence,loan_limit,loan_days\n");
      StringBuilder links = new StringBuilder("kind,identifier,patron,state\n");
      StringBuilder persons = new StringBuilder("subject,answer,identifier\n");
      for (int index = 0; index < CARDS; index++) {
        patrons.append("9999%06d,2027-01-31,AUTOMATIC,,RESIDENT,,%n".formatted(index));
        links.append("USER_IDENTIFIER,TEST-USER-%d,9999%06d,ACTIVE%n".formatted(index, index));
        persons.append("TEST-%d,USER_IDENTIFIER,TEST-USER-%d%n".formatted(index, index));
      }
      new CsvLoad(store, LocalDate.of(2026, 11, 20))
          .load(new CsvFiles(
              file("patrons", patrons),
              file("items", new StringBuilder("barcode,title,class\n")),
              file("links", links),
              Optional.empty(),
              Optional.empty()));
      MonthlyRenewal renewal = new MonthlyRenewal(
          new LinkedPopulation(store.counterLinks(config.registry())),
          store.renewals(),
          SimulatedAuthority.of(new StringReader(persons.toString()), Duration.ofSeconds(5)),
          new MonthlyCheck(new ValidityRule.YearAfterCheck()),
          clock,
          ZoneId.of("Asia/Tokyo"));
      double bare = bareCommitsPerSecond(folder.resolve("bare.db"));
      long start = System.nanoTime();
      RenewalReport report = renewal.run();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (report.counts().getOrDefault(CheckOutcome.PROLONGED, 0) != CARDS) {
        throw new IllegalStateException("not renewed: " + report.counts());
      }
      return List.of(Measurement.plain(
          NAME,
          CARDS / seconds,
          "1/s",
          "%.0f bare commits a second on the same disk".formatted(bare)));
    }
  }

  private static double bareCommitsPerSecond(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("CREATE TABLE cards (card INTEGER PRIMARY KEY, expires TEXT) STRICT");
      }
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO cards (expires) VALUES ('2027-11-20')")) {
        for (int commit = 0; commit < BARE_COMMITS; commit++) {
          insert.executeUpdate();
          connection.commit();
        }
      }
      return BARE_COMMITS / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static CsvFile file(String name, StringBuilder text) {
    return new CsvFile(
        name, () -> new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
