package org.kashidashi.central.load;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a file whose one row goes on for ever, as after a quotation mark that is never closed. */
final class RecordLimitReader extends FilterReader {
  /** Far more than the longest row; what a reader buffers ahead fits in as well. */
  static final int CHARACTERS_MAXIMUM = 64 * 1024;

  private int sinceRecord;

  RecordLimitReader(Reader reader) {
    super(reader);
  }

  void recordEnded() {
    sinceRecord = 0;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int characters) throws IOException {
    sinceRecord += characters;
    if (sinceRecord > CHARACTERS_MAXIMUM) {
      throw new IOException("a row of more than %d characters: close the quotation mark"
          .formatted(CHARACTERS_MAXIMUM));
    }
  }
}
