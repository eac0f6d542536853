package org.kashidashi.kiosk.scenario;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that our own classes log, at every level, with causes. Any thread. */
final class RecordedLog implements AutoCloseable {
  private static final Logger OURS = Logger.getLogger("org.kashidashi");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler recorder = new Recorder(lines);

  void record() {
    OURS.setLevel(Level.ALL);
    OURS.addHandler(recorder);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    OURS.removeHandler(recorder);
    OURS.setLevel(null);
  }

  private static final class Recorder extends Handler {
    private final List<String> lines;
    private final SimpleFormatter formatter = new SimpleFormatter();

    Recorder(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord logged) {
      lines.add(formatter.formatMessage(logged));
      if (logged.getThrown() != null) {
        StringWriter trace = new StringWriter();
        logged.getThrown().printStackTrace(new PrintWriter(trace, true));
        lines.add(trace.toString());
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
