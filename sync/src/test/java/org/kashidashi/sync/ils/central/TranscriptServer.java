package org.kashidashi.sync.ils.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Plays central from a transcript, strictly: each request as written, in order, none left over. */
final class TranscriptServer implements AutoCloseable {
  private record Exchange(String request, String question, int status, String answer) {}

  private final MockWebServer server = new MockWebServer();
  private final Queue<Exchange> expected = new ArrayDeque<>();
  private final List<String> complaints = new ArrayList<>();

  TranscriptServer(String transcript) throws IOException {
    String[] lines = read(transcript).split("\n", -1);
    for (int line = 0; line + 3 < lines.length; line += 5) {
      expected.add(new Exchange(
          lines[line].substring(2),
          lines[line + 1].substring(2),
          Integer.parseInt(lines[line + 2].substring(2)),
          lines[line + 3].substring(2)));
    }
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return answer(request);
      }
    });
    server.start();
  }

  URI address() {
    return server.url("/").uri();
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    Exchange next = expected.poll();
    String line = request.getMethod() + " " + request.getUrl().encodedPath();
    String body = Objects.requireNonNull(request.getBody()).utf8();
    boolean same = next != null
        && next.request().equals(line)
        && JsonParser.parseString(next.question()).equals(JsonParser.parseString(body))
        && "k1".equals(request.getHeaders().get("Kashidashi-Kiosk"))
        && "application/json; charset=utf-8".equals(request.getHeaders().get("Content-Type"));
    if (!same) {
      complaints.add("%s %s instead of %s".formatted(line, body, next));
      return new MockResponse.Builder().code(500).build();
    }
    return new MockResponse.Builder()
        .code(next.status())
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(next.answer())
        .build();
  }

  private static String read(String transcript) throws IOException {
    String name = transcript + ".txt";
    try (InputStream stream = TranscriptServer.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public synchronized void close() {
    server.close();
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), List.copyOf(expected), "what was never asked");
  }
}
