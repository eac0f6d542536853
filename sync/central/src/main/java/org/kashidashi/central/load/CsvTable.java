package org.kashidashi.central.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kashidashi.central.store.LoadTransaction;
import org.kashidashi.central.store.StoreException;

/**
 * One CSV file, read row by row: UTF-8, a heading line, the columns in any order.
 *
 * @param columns all of them must be there, and no other: what nobody needs is not taken
 */
record CsvTable(List<String> columns, RowTaker taker) {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Takes one row in. */
  interface RowTaker {
    void take(CsvRow row, LoadTransaction into) throws BadRowException, StoreException;
  }

  CsvTable {
    columns = List.copyOf(columns);
  }

  /** Returns how many rows were read. */
  long read(CsvFile source, LoadTransaction into, CsvMistakes mistakes) throws StoreException {
    long line = 1;
    try (InputStream stream = source.opener().open();
        RecordLimitReader reader = reader(stream);
        CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        mistakes.add(source.name(), line, "the file is empty, " + wanted());
        return 0;
      }
      List<String> heading = heading(records.next());
      if (!columns.stream().sorted().toList().equals(heading.stream().sorted().toList())) {
        mistakes.add(source.name(), line, "other columns than needed, " + wanted());
        return 0;
      }
      long rows = 0;
      reader.recordEnded();
      line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        take(source, line, heading, records.next(), into, mistakes);
        rows++;
        reader.recordEnded();
        line = parser.getCurrentLineNumber() + 1;
      }
      return rows;
    } catch (UncheckedIOException | IOException e) {
      mistakes.add(source.name(), line, unreadable(e));
    }
    return 0;
  }

  private void take(
      CsvFile source,
      long line,
      List<String> heading,
      CSVRecord csvRecord,
      LoadTransaction into,
      CsvMistakes mistakes)
      throws StoreException {
    if (csvRecord.size() != heading.size()) {
      mistakes.add(
          source.name(),
          line,
          "%d values, need %d: add or remove commas".formatted(csvRecord.size(), heading.size()));
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (int index = 0; index < heading.size(); index++) {
      values.put(heading.get(index), csvRecord.get(index));
    }
    try {
      taker.take(new CsvRow(values), into);
    } catch (BadRowException e) {
      mistakes.add(source.name(), line, e.problem());
    }
  }

  private String wanted() {
    return "write as its first line: " + String.join(",", columns);
  }

  private static List<String> heading(CSVRecord first) {
    return first.stream().map(String::strip).toList();
  }

  private static RecordLimitReader reader(InputStream stream) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(
        stream,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return new RecordLimitReader(text);
  }

  private static String unreadable(Exception failure) {
    if (failure instanceof CharacterCodingException
        || failure.getCause() instanceof CharacterCodingException) {
      return "here or soon after, the file is not UTF-8: save it as \"CSV UTF-8\"";
    }
    return "the file cannot be read on from here: " + failure.getMessage();
  }
}
