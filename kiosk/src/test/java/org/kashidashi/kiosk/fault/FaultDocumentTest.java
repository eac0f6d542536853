package org.kashidashi.kiosk.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.session.RefusalCode;

/** Every code that a patron may show stands in the documents for staff, and no other. */
class FaultDocumentTest {
  private static final Pattern ROW = Pattern.compile("^\\| (E-\\d{3}) \\|", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"faults.md", "faults.ja.md"})
  void documentExplainsEveryCode(String name) throws IOException {
    Set<String> codes = Stream.concat(
            Arrays.stream(FaultCode.values()).map(FaultCode::code),
            Arrays.stream(RefusalCode.values()).map(RefusalCode::code))
        .collect(Collectors.toCollection(TreeSet::new));
    String document = Files.readString(Path.of("../packaging/docs").resolve(name));
    Set<String> explained = ROW.matcher(document)
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, explained);
  }
}
