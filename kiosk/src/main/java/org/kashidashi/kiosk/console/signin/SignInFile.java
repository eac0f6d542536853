package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.kashidashi.sync.file.DurableFile;

/**
 * A text that sign-in rests on, in a file that nobody else may read.
 *
 * @param path in a folder that is made if it is missing
 */
record SignInFile(Path path) {
  /** No file of the console's sign-in comes near it. */
  private static final int BYTES_MAXIMUM = 32 * 1024;

  /** Its text; empty if there is none. */
  Optional<String> read() throws IOException {
    return DurableFile.read(path, BYTES_MAXIMUM)
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  void write(String text) throws IOException {
    var _ = folder();
    DurableFile.write(path, text.getBytes(StandardCharsets.US_ASCII), DurableFile.OWNER_ONLY);
  }

  /** The folder it lies in, made if it was missing. */
  Path folder() throws IOException {
    return DurableFile.folderOf(path);
  }
}
