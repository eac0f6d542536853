package org.kashidashi.central.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.kashidashi.central.CentralClient;
import picocli.CommandLine;

/** Runs commands of central, and keeps what they print. */
record CommandRun(StringWriter out, StringWriter err) {
  CommandRun() {
    this(new StringWriter(), new StringWriter());
  }

  /** The demo library's configuration, before any further sections. */
  static String config(int port) {
    return """
        [library]
        id = "demo"
        name = "見本市立図書館"
        time_zone = "Asia/Tokyo"
        [listen]
        host = "127.0.0.1"
        port = %d
        [store]
        database = "central.db"
        [loan]
        limit = 30
        days = 15
        lend_to = "ANYONE"
        """.formatted(port);
  }

  int execute(String... arguments) {
    return execute(InputStream.nullInputStream(), arguments);
  }

  /**
   * With something to read.
   *
   * @param typed standard input
   */
  int execute(InputStream typed, String... arguments) {
    CommandLine commandLine = CentralCommand.commandLine(CentralClient.CLOCK, typed);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
