package org.kashidashi.central.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests on a connection that the test holds in its own hands. */
final class RawHttp {
  private RawHttp() {}

  /** Sends the headers of a request, and nothing of its body. */
  static void promise(Socket socket, String path) throws IOException {
    String request = """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Kashidashi-Kiosk: k9\r
        Content-Type: application/json\r
        Content-Length: 1000\r
        \r
        """.formatted(path);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Status line, then body. */
  static String lookUp(Socket socket) throws IOException {
    String body = "{\"patron\":\"9999900120\"}";
    String request = """
        POST /v1/patron-lookups HTTP/1.1\r
        Host: 127.0.0.1\r
        Kashidashi-Kiosk: k1\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s""".formatted(body.length(), body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String status = String.valueOf(reader.readLine());
    int length = 0;
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
      line = reader.readLine();
    }
    char[] answer = new char[length];
    int read = 0;
    while (read < length) {
      read += reader.read(answer, read, length - read);
    }
    return status + "\n" + new String(answer);
  }
}
