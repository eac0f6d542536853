package org.kashidashi.central.load;

import java.io.IOException;
import java.io.InputStream;

/**
 * One CSV file.
 *
 * @param name for messages
 */
public record CsvFile(String name, Opener opener) {
  /** Opens the file anew; the caller closes it. */
  public interface Opener {
    InputStream open() throws IOException;
  }
}
