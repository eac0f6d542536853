package org.kashidashi.central.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One CSV file.
 *
 * @param name for messages
 */
public record CsvFile(String name, Opener opener) {
  /** Where links are made at counters alone. */
  public static final CsvFile EMPTY_LINKS = new CsvFile(
      "no links",
      () -> new ByteArrayInputStream(
          "kind,identifier,patron,state\n".getBytes(StandardCharsets.US_ASCII)));

  /** Opens the file anew; the caller closes it. */
  public interface Opener {
    InputStream open() throws IOException;
  }
}
