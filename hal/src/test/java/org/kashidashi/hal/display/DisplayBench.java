package org.kashidashi.hal.display;

import java.util.List;

/** A display under test, and the eyes of whoever looks at it. */
public interface DisplayBench extends AutoCloseable {
  Display display();

  /** What the panel shows now, one string a row; a wide character stands once. */
  List<String> rows();

  @Override
  void close();
}
