package org.kashidashi.central.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.Rows;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;

class CsvLoadTest {
  private static final String PATRONS = """
      patron,expires,renewal,blocks,residence,loan_limit,loan_days
      9999900120,2027-03-31,AT_COUNTER,,RESIDENT,,
      9999900898,2028-03-01,WITH_PROOF,OVERDUE OTHER,COMMUTER,5,7
      """;
  private static final String ITEMS = """
      barcode,title,class
      1000000016,日本の図書館,STANDARD
      1000000024,"やさしい""料理"", 上",REFERENCE
      """;
  private static final String LINKS = """
      kind,identifier,patron,state
      USER_IDENTIFIER,SIM-USER-0001,9999900120,ACTIVE
      USER_IDENTIFIER,SIM-USER-0009,,REMOVED_REISSUED
      """;
  private static final String HOLDS = "item,patron\n1000000024,9999900898\n";
  private static final String LOANS =
      "item,patron,lent_on,due\n1000000016,9999900898,2026-11-10,2026-11-25\n";
  private static final List<String> TABLES =
      List.of("patrons", "patron_blocks", "items", "links", "holds", "loans");

  @TempDir
  private Path folder = Path.of("");

  private CentralConfig config = DemoLibrary.config(folder, 0);
  private CentralStore store;

  @BeforeEach
  void open() throws Exception {
    config = DemoLibrary.config(folder, 0);
    store = CentralStore.open(config.storeSettings());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void loadsEverything() throws Exception {
    assertEquals(new LoadReport.Loaded(8), load(PATRONS, ITEMS, LINKS, HOLDS, LOANS));
    PatronStanding standing =
        store.standing(new PatronId("9999900898"), CentralClient.NOW).orElseThrow();
    assertEquals(1, standing.loansOut());
    assertEquals(5, standing.loanLimit());
    assertEquals(7, standing.loanDays());
    assertEquals(2, standing.blocks().size());
    assertEquals(
        List.of("やさしい\"料理\", 上"), rows("SELECT title FROM items WHERE class <> 'STANDARD'"));
    assertEquals(
        new FoundLink.Reissued(),
        store.link(new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, "SIM-USER-0009")));
  }

  @Test
  void changesNothingWhenLoadedAgain() throws Exception {
    load(PATRONS, ITEMS, LINKS, HOLDS, LOANS);
    List<List<String>> before = everything();
    assertEquals(new LoadReport.Loaded(8), load(PATRONS, ITEMS, LINKS, HOLDS, LOANS));
    assertEquals(before, everything());
  }

  @Test
  void replacesWhatChanged() throws Exception {
    load(PATRONS, ITEMS, LINKS, HOLDS, LOANS);
    load(
        PATRONS.replace("OVERDUE OTHER", "OTHER").replace("2028", "2029"),
        ITEMS,
        LINKS,
        HOLDS,
        LOANS);
    assertEquals(
        List.of("2029-03-01"), rows("SELECT expires FROM patrons WHERE patron = '9999900898'"));
    assertEquals(List.of("OTHER"), rows("SELECT block FROM patron_blocks"));
  }

  @Test
  void takesAByteOrderMarkWindowsLineEndsAndOtherColumnOrders() throws Exception {
    String items = "\ufeff\"class\",\"barcode\",\"title\"\r\nSTANDARD,1000000016,日本の図書館\r\n";
    assertEquals(
        new LoadReport.Loaded(7), load(PATRONS, items, LINKS, HOLDS.replace("24", "16"), LOANS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "patrons.csv:2 | 9999900120,2027-03-31 | 9999900120 x,2027-03-31 | patron: library card",
        "patrons.csv:2 | 2027-03-31 | 2027-02-29 | expires: no such day",
        "patrons.csv:2 | 2027-03-31 | 31.3.2027 | expires: not a date",
        "patrons.csv:2 | AT_COUNTER | COUNTER | renewal: write one of",
        "patrons.csv:3 | OVERDUE OTHER | OVERDUE,OTHER | 8 values, need 7",
        "patrons.csv:3 | OVERDUE OTHER | LATE | blocks: write one of",
        "patrons.csv:3 | COMMUTER | FRIEND | residence: write one of",
        "patrons.csv:3 | ,5,7 | ,1000,7 | loan_limit: write a whole number",
        "patrons.csv:3 | ,5,7 | ,5,0 | loan_days: write a whole number",
        "patrons.csv:1 | patron,expires | patron,name,expires | other columns than needed",
        "patrons.csv:1 | patron,expires | patron | other columns than needed",
        "items.csv:2 | 1000000016 | 1000000016* | barcode: item barcode",
        "items.csv:2 | STANDARD | UNKNOWN | class: write one of",
        "items.csv:2 | 日本の図書館 | `\"日本\nの図書館\"` | title: holds a control character",
        "links.csv:2 | USER_IDENTIFIER,SIM-USER-0001 | CERTIFICATE_SERIAL,1 | kind: write one of",
        "links.csv:2 | SIM-USER-0001 | SIM USER | identifier: write 1 to 64",
        "links.csv:2 | SIM-USER-0001,9999900120 | SIM-USER-0001,9999999999 | no such patron",
        "links.csv:3 | SIM-USER-0009,,REMOVED_REISSUED | S,9999900120,ACTIVE | active link already",
        "links.csv:3 | SIM-USER-0009,,REMOVED | S,9999900120,REMOVED | a removed one has none",
        "links.csv:3 | ,REMOVED_REISSUED | ,ACTIVE | an active link needs one",
        "holds.csv:2 | 1000000024,9999900898 | 1000000999,9999900898 | no such item",
        "loans.csv:2|2026-11-25|`2026-11-25\n1000000016,9999900120,2026-11-11,2026-11-26`|-",
      })
  void loadsNothingWhenARowIsWrong(String place, String good, String bad, String problem)
      throws Exception {
    LoadReport report = load(
        PATRONS.replace(good, bad),
        ITEMS.replace(good, bad),
        LINKS.replace(good, bad),
        HOLDS.replace(good, bad),
        LOANS.replace(good, bad));
    List<String> mistakes = assertInstanceOf(LoadReport.Refused.class, report).mistakes();
    if (problem.equals("-")) {
      assertEquals(
          List.of("loans.csv:3: item: on loan by another record already, remove one of the two"),
          mistakes);
    } else {
      assertTrue(mistakes.getFirst().startsWith(place + ": "), mistakes.toString());
      assertTrue(mistakes.getFirst().contains(problem), mistakes.toString());
    }
    assertFalse(mistakes.toString().contains("99999"), mistakes.toString());
    for (List<String> rows : everything()) {
      assertEquals(List.of(), rows);
    }
  }

  @Test
  void tellsEveryWrongRowOfEveryFileUpToALimit() throws Exception {
    LoadReport report =
        load(PATRONS, ITEMS + "x,y,z\n".repeat(150), LINKS + "a,b,c,d\n".repeat(7), HOLDS, LOANS);
    LoadReport.Refused refused = assertInstanceOf(LoadReport.Refused.class, report);
    assertEquals(CsvMistakes.LISTED_MAXIMUM, refused.mistakes().size());
    assertEquals(57, refused.more());
    assertTrue(refused.mistakes().get(0).startsWith("items.csv:4: "));
    assertTrue(refused.mistakes().get(99).startsWith("items.csv:103: "));
  }

  @Test
  void stopsAtAQuotationMarkThatIsNeverClosed() throws Exception {
    String endless = "barcode,title,class\n1000000016,\"日本" + "の図書館\n".repeat(100_000);
    String mistake = onlyMistake(load(PATRONS, endless, LINKS, HOLDS, LOANS));
    assertTrue(mistake.contains("items.csv:2: "), mistake);
    assertTrue(mistake.contains("close the quotation mark"), mistake);
  }

  @Test
  void tellsThatAFileIsNotUtf8() throws Exception {
    CsvFiles files = new CsvFiles(
        source("patrons.csv", PATRONS),
        new CsvFile(
            "items.csv",
            () -> new ByteArrayInputStream(ITEMS.getBytes(Charset.forName("Shift_JIS")))),
        source("links.csv", LINKS),
        Optional.empty(),
        Optional.empty());
    String mistake = onlyMistake(new CsvLoad(store, LocalDate.of(2026, 11, 20)).load(files));
    assertTrue(mistake.contains("not UTF-8"), mistake);
  }

  @Test
  void tellsThatAFileIsEmpty() throws Exception {
    String mistake =
        onlyMistake(load(PATRONS, "", LINKS, "item,patron\n", LOANS.substring(0, 24) + "\n"));
    assertTrue(mistake.contains("items.csv:1: the file is empty"), mistake);
  }

  @Test
  void loadsManyRows() throws Exception {
    int rows = 20_000;
    Path items = folder.resolve("items.csv");
    Files.writeString(
        items,
        IntStream.range(0, rows)
            .mapToObj("%d,日本の図書館,STANDARD\n"::formatted)
            .collect(Collectors.joining("", "barcode,title,class\n", "")));
    CsvFiles files = new CsvFiles(
        source("patrons.csv", PATRONS),
        new CsvFile("items.csv", () -> Files.newInputStream(items)),
        source("links.csv", LINKS),
        Optional.empty(),
        Optional.empty());
    assertEquals(
        new LoadReport.Loaded(rows + 4),
        new CsvLoad(store, LocalDate.of(2026, 11, 20)).load(files));
    assertEquals(List.of(Integer.toString(rows)), rows("SELECT COUNT(*) FROM items"));
  }

  private static String onlyMistake(LoadReport report) {
    List<String> mistakes = assertInstanceOf(LoadReport.Refused.class, report).mistakes();
    return mistakes.getFirst();
  }

  private LoadReport load(String patrons, String items, String links, String holds, String loans)
      throws Exception {
    return new CsvLoad(store, LocalDate.of(2026, 11, 20))
        .load(new CsvFiles(
            source("patrons.csv", patrons),
            source("items.csv", items),
            source("links.csv", links),
            Optional.of(source("holds.csv", holds)),
            Optional.of(source("loans.csv", loans))));
  }

  private static CsvFile source(String name, String text) {
    return new CsvFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<List<String>> everything() throws Exception {
    List<List<String>> all = new ArrayList<>();
    for (String table : TABLES) {
      all.add(rows("SELECT * FROM " + table));
    }
    return all;
  }

  private List<String> rows(String query) throws Exception {
    return Rows.of(config.database(), query);
  }
}
