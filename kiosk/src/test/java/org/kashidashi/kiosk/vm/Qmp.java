package org.kashidashi.kiosk.vm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The monitor of a virtual machine: one command at a time, events kept until they are asked for. */
final class Qmp implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  private final SocketChannel channel;
  private final OutputStream out;
  private final BufferedReader in;
  private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();

  private Qmp(SocketChannel channel) {
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
    this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
  }

  static Qmp connect(Path socket) throws Exception {
    Qmp qmp = new Qmp(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    Thread.ofPlatform().daemon().name("monitor").start(qmp::listen);
    qmp.execute("qmp_capabilities", new JsonObject());
    return qmp;
  }

  /** Lets the machine do it. */
  JsonElement execute(String command, JsonObject arguments) throws Exception {
    JsonObject request = new JsonObject();
    request.addProperty("execute", command);
    request.add("arguments", arguments);
    out.write((request + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    JsonObject answer = answers.poll(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new ProofFailedException("the machine does not answer to " + command);
    }
    if (answer.has("error")) {
      throw new ProofFailedException("%s: %s".formatted(command, answer.get("error")));
    }
    return answer.get("return");
  }

  /** Waits for the next event of this kind; others that came before it are dropped. */
  void awaitEvent(String kind, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      JsonObject event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new ProofFailedException("no event %s within %s".formatted(kind, limit));
      }
      if (event.get("event").getAsString().equals(kind)) {
        return;
      }
    }
  }

  /** Arguments as name and value in turn. */
  static JsonObject arguments(String... namesAndValues) {
    JsonObject arguments = new JsonObject();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      arguments.addProperty(namesAndValues[index], namesAndValues[index + 1]);
    }
    return arguments;
  }

  private void listen() {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject();
        if (message.has("event")) {
          events.add(message);
        } else if (message.has("return") || message.has("error")) {
          answers.add(message);
        }
      }
    } catch (IOException gone) {
      // The machine's end is seen by whoever waits for an answer.
      events.clear();
    }
    // Whoever waits now would wait for nothing.
    JsonObject off = new JsonObject();
    off.addProperty("error", "the machine is off");
    answers.add(off);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
