package org.kashidashi.sync.registry.sim;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.Resolution;

/**
 * Reads who the simulated authority knows: CSV in UTF-8 with the header {@code
 * subject,answer,identifier}.
 *
 * <p>Subject is the common name of the certificate's subject. Answer is MYKEY_ID or USER_IDENTIFIER
 * with an identifier, or OLD_METHOD, UNKNOWN, REVOKED or SUSPENDED without.
 */
final class PersonsFile {
  private static final List<String> HEADER = List.of("subject", "answer", "identifier");
  private static final int PERSONS_MAXIMUM = 100_000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private PersonsFile() {}

  /**
   * @throws IllegalArgumentException with the line, if the file is not as said above
   */
  static Map<String, Resolution> read(Reader csv) throws IOException {
    Map<String, Resolution> persons = new HashMap<>();
    try (CSVParser parser = FORMAT.parse(csv)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw new IllegalArgumentException(
            "header is %s, need %s".formatted(parser.getHeaderNames(), HEADER));
      }
      for (CSVRecord row : parser) {
        long line = parser.getCurrentLineNumber();
        if (row.size() != HEADER.size() || row.get(0).isBlank()) {
          throw new IllegalArgumentException(
              "line %d: need subject, answer and identifier".formatted(line));
        }
        if (persons.put(row.get(0), answer(line, row.get(1), row.get(2))) != null) {
          throw new IllegalArgumentException("line %d: this subject was there".formatted(line));
        }
        if (persons.size() > PERSONS_MAXIMUM) {
          throw new IllegalArgumentException(
              "line %d: more than %d persons".formatted(line, PERSONS_MAXIMUM));
        }
      }
    }
    return Map.copyOf(persons);
  }

  private static Resolution answer(long line, String answer, String identifier) {
    return switch (answer) {
      case "MYKEY_ID", "USER_IDENTIFIER" -> {
        if (identifier.isEmpty()) {
          throw new IllegalArgumentException(
              "line %d: %s needs an identifier".formatted(line, answer));
        }
        yield new Resolution.Resolved(
            new PersonIdentifier(IdentifierKind.valueOf(answer), identifier));
      }
      case "OLD_METHOD" -> without(line, identifier, new Resolution.OldMethodOnly());
      case "UNKNOWN" -> without(line, identifier, new Resolution.UnknownPerson());
      case "REVOKED" -> without(line, identifier, new Resolution.Revoked());
      case "SUSPENDED" -> without(line, identifier, new Resolution.Suspended());
      default ->
        throw new IllegalArgumentException(
            "line %d: answer '%s', need MYKEY_ID, USER_IDENTIFIER, OLD_METHOD, UNKNOWN, REVOKED"
                    .formatted(line, answer)
                + " or SUSPENDED");
    };
  }

  private static Resolution without(long line, String identifier, Resolution answer) {
    if (!identifier.isEmpty()) {
      throw new IllegalArgumentException(
          "line %d: an identifier where there is none to give".formatted(line));
    }
    return answer;
  }
}
