package org.kashidashi.sync.registry.sim;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * Reads who the simulated authority knows: CSV in UTF-8 with the header {@code
 * subject,answer,identifier}, or with {@code signature,name,address,birth_date,sex} besides.
 *
 * <p>Subject is the common name of the certificate's subject. Answer is MYKEY_ID or USER_IDENTIFIER
 * with an identifier, or OLD_METHOD, NO_IDENTIFIER, UNKNOWN, REVOKED or SUSPENDED without. Signature
 * is VALID, NONE or REVOKED. Name, address and birth date stand together, or none of them; sex may
 * be left out.
 */
final class PersonsFile {
  private static final List<String> SHORT = List.of("subject", "answer", "identifier");
  private static final List<String> LONG = List.of(
      "subject", "answer", "identifier", "signature", "name", "address", "birth_date", "sex");
  private static final int PERSONS_MAXIMUM = 100_000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private PersonsFile() {}

  /**
   * @throws IllegalArgumentException with the line, if the file is not as said above
   */
  static Map<String, SimulatedPerson> read(Reader csv) throws IOException {
    Map<String, SimulatedPerson> persons = new HashMap<>();
    Set<String> subjects = new HashSet<>();
    try (CSVParser parser = FORMAT.parse(csv)) {
      List<String> header = parser.getHeaderNames();
      if (!header.equals(SHORT) && !header.equals(LONG)) {
        throw new IllegalArgumentException(
            "header is %s, need %s or %s".formatted(header, SHORT, LONG));
      }
      for (CSVRecord row : parser) {
        long line = parser.getCurrentLineNumber();
        if (row.size() != header.size() || row.get(0).isBlank()) {
          throw wrong(line, "need %s".formatted(String.join(", ", header)));
        }
        if (!subjects.add(row.get(0))) {
          throw wrong(line, "this subject was there");
        }
        if (subjects.size() > PERSONS_MAXIMUM) {
          throw wrong(line, "more than %d persons".formatted(PERSONS_MAXIMUM));
        }
        person(line, row).ifPresent(person -> persons.put(row.get(0), person));
      }
    }
    return Map.copyOf(persons);
  }

  private static Optional<SimulatedPerson> person(long line, CSVRecord row) {
    String identifier = row.get(1).equals("MYKEY_ID") || row.get(1).equals("USER_IDENTIFIER")
        ? identifier(line, row)
        : without(line, row);
    Optional<PersonDetails> details =
        row.size() == LONG.size() ? details(line, row) : Optional.empty();
    SignatureStanding signature =
        row.size() == LONG.size() ? signature(line, row.get(3)) : new SignatureStanding.Valid();
    SimulatedPerson nobody = new SimulatedPerson(
        SimulatedPerson.State.GOOD, false, Map.of(), Optional.empty(), details, signature);
    return switch (row.get(1)) {
      case "MYKEY_ID", "USER_IDENTIFIER" ->
        Optional.of(nobody.called(IdentifierKind.valueOf(row.get(1)), identifier));
      case "OLD_METHOD" ->
        Optional.of(new SimulatedPerson(
            SimulatedPerson.State.GOOD, true, Map.of(), Optional.empty(), details, signature));
      case "NO_IDENTIFIER" -> Optional.of(nobody);
      case "UNKNOWN" -> Optional.empty();
      case "REVOKED" -> Optional.of(nobody.in(SimulatedPerson.State.REVOKED));
      case "SUSPENDED" -> Optional.of(nobody.in(SimulatedPerson.State.SUSPENDED));
      default ->
        throw wrong(
            line,
            ("answer '%s', need MYKEY_ID, USER_IDENTIFIER, OLD_METHOD, NO_IDENTIFIER, UNKNOWN,"
                    + " REVOKED or SUSPENDED")
                .formatted(row.get(1)));
    };
  }

  private static String identifier(long line, CSVRecord row) {
    if (row.get(2).isEmpty()) {
      throw wrong(line, "%s needs an identifier".formatted(row.get(1)));
    }
    return row.get(2);
  }

  private static String without(long line, CSVRecord row) {
    if (!row.get(2).isEmpty()) {
      throw wrong(line, "an identifier where there is none to give");
    }
    return "";
  }

  private static SignatureStanding signature(long line, String text) {
    return switch (text) {
      case "VALID" -> new SignatureStanding.Valid();
      case "NONE" -> new SignatureStanding.None();
      case "REVOKED" -> new SignatureStanding.Revoked();
      default -> throw wrong(line, "signature '%s', need VALID, NONE or REVOKED".formatted(text));
    };
  }

  private static Optional<PersonDetails> details(long line, CSVRecord row) {
    List<String> members = List.of(row.get(4), row.get(5), row.get(6), row.get(7));
    if (members.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PersonDetails(row.get(4), row.get(5), LocalDate.parse(row.get(6)), sex(row.get(7))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line %d: need name, address, birth date (2000-01-31) and MALE, FEMALE, OTHER or nothing"
              .formatted(line),
          e);
    }
  }

  private static Optional<PersonDetails.Sex> sex(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(PersonDetails.Sex.valueOf(text));
  }

  private static IllegalArgumentException wrong(long line, String problem) {
    return new IllegalArgumentException("line %d: %s".formatted(line, problem));
  }
}
