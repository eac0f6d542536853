package org.kashidashi.kiosk.diagnosis.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.KioskGone;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NobodyThere;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;

@Timeout(60)
final class DiagnosisServerTest {
  private static final long SEED = 20261120;
  private static final Health HEALTH = new Health(
      ServiceMode.MAINTENANCE,
      List.of(
          Condition.good(Part.KIOSK),
          Condition.doubtful(Part.BOARD, Cause.TOO_HOT, Fact.number(Subject.TEMPERATURE, 84.5))));
  private static final List<Fact> FACTS = List.of(
      Fact.text(Subject.PROGRAM, "1.2 \"quoted\" 日本語"),
      new Fact(Subject.OLDEST, "", new Fact.Value.Span(Duration.ofMillis(90_061_001))),
      new Fact(Subject.LAST, "E-303", new Fact.Value.Moment(Instant.parse("2026-11-20T05:05:00Z"))),
      new Fact(Subject.CARRIER, "eth0", new Fact.Value.Flag(false)));
  private static final List<Waiting> QUEUE = List.of(
      new Waiting(7, Duration.ofHours(3), Waiting.State.PENDING, Optional.empty()),
      new Waiting(Long.MAX_VALUE, Duration.ZERO, Waiting.State.PARKED, Optional.of("unknown")));

  @TempDir
  Path folder;

  private final CountDownLatch brokenOff = new CountDownLatch(1);
  private Path socket = Path.of("");
  private DiagnosisServer server;
  private DiagnosisClient client;

  /** Answers with what the test knows; a card is waited for without an end. */
  private final class Scripted implements Diagnosis {
    @Override
    public Health health() {
      return HEALTH;
    }

    @Override
    public List<Fact> facts(Topic topic) {
      return FACTS;
    }

    @Override
    public Condition check(Check check, Consumer<Hint> hints) throws NotNow, InterruptedException {
      if (check == Check.SCANNER) {
        throw new NotNow(NotNow.Reason.NOT_IN_MAINTENANCE);
      }
      hints.accept(new Hint(Hint.Wish.PUT_CARD, 1, 2));
      if (check == Check.CARD) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException end) {
          brokenOff.countDown();
          throw end;
        }
      }
      return HEALTH.conditions().getLast();
    }

    @Override
    public void serve(ServiceMode mode) {
      assertEquals(ServiceMode.CLOSED, mode);
    }

    @Override
    public List<Waiting> queue(int limit) {
      return QUEUE.subList(0, Math.min(limit, QUEUE.size()));
    }

    @Override
    public List<Fact> retryQueue() {
      return FACTS;
    }

    @Override
    public List<Double> calibrateTouch(Consumer<Hint> hints) {
      return List.of(1.0, 0.0, -0.1, 0.0, 1.0, 0.0);
    }

    @Override
    public void close() {
      throw new AssertionError("the server closed what is not its own");
    }
  }

  @BeforeEach
  void open() throws IOException {
    socket = folder.resolve("diagnosis.sock");
    server = DiagnosisServer.open(socket, new Scripted(), System::nanoTime);
    client = new DiagnosisClient(List.of(socket), System::nanoTime);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyAnswerComesAsItWasGiven() throws Exception {
    assertEquals(HEALTH, client.health());
    assertEquals(FACTS, client.facts(Topic.STATUS));
    assertEquals(QUEUE, client.queue(10));
    assertEquals(FACTS, client.retryQueue());
    client.serve(ServiceMode.CLOSED);
    List<Hint> hints = new ArrayList<>();
    assertEquals(HEALTH.conditions().getLast(), client.check(Check.READER, hints::add));
    assertEquals(List.of(new Hint(Hint.Wish.PUT_CARD, 1, 2)), hints);
    assertEquals(6, client.calibrateTouch(hints::add).size());
    NotNow later = assertThrows(NotNow.class, () -> client.check(Check.SCANNER, hints::add));
    assertEquals(NotNow.Reason.NOT_IN_MAINTENANCE, later.reason());
  }

  @Test
  void socketIsItsOwnersAloneAndGoneAtTheEnd() throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
    server.close();
    assertFalse(Files.exists(socket));
    assertThrows(KioskGone.class, client::health);
  }

  /**
   * Modes of files keep others out; this is what is left once somebody has loosened them. Only root
   * can be somebody else, so others skip it.
   */
  @Test
  void programOfAnotherUserIsNotAnswered() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs to be root");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "needs socat");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    String own = asked(List.of());
    assertTrue(own.contains("MAINTENANCE"), own);
    String nobodys = asked(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    assertEquals("", nobodys);
    assertEquals(HEALTH, client.health());
  }

  /** The line that a program, started so, is answered with. */
  private String asked(List<String> start) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(start);
    // Our side stays open until the answer is there: it waits only after the server has hung up.
    command.addAll(List.of("socat", "-t", "0.1", "-", "UNIX-CONNECT:" + socket));
    Process program = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (OutputStream question = program.getOutputStream();
        BufferedReader answer = program.inputReader(StandardCharsets.UTF_8)) {
      try {
        question.write("{\"ask\":\"HEALTH\"}\n".getBytes(StandardCharsets.UTF_8));
        question.flush();
      } catch (IOException hungUp) {
        // Whoever is refused at once cannot ask; what was answered is read all the same.
      }
      return Objects.requireNonNullElse(answer.readLine(), "");
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  @Test
  void socketThatWasLeftBehindIsReplaced() throws Exception {
    DiagnosisServer second = DiagnosisServer.open(socket, new Scripted(), System::nanoTime);
    try {
      assertEquals(HEALTH, client.health());
    } finally {
      second.close();
    }
  }

  @Test
  void otherFileInItsPlaceIsKept() throws Exception {
    Path file = Files.writeString(folder.resolve("kept"), "kept");
    assertThrows(
        IOException.class, () -> DiagnosisServer.open(file, new Scripted(), System::nanoTime));
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void whoeverHangsUpBreaksTheCheckOff() throws Exception {
    try (SocketChannel channel = connected()) {
      send(channel, "{\"ask\":\"CHECK\",\"check\":\"CARD\"}\n");
      channel.read(ByteBuffer.allocate(100));
    }
    brokenOff.await();
  }

  @Test
  void hostileBytesEndTheirOwnConnectionAlone() throws Exception {
    Random random = new Random(SEED);
    List<String> lines = List.of(
        "\n",
        "null\n",
        "[]\n",
        "{}\n",
        "{\"ask\":1}\n",
        "{\"ask\":\"QUEUE\",\"limit\":1e99}\n",
        "{\"ask\":\"QUEUE\",\"limit\":-1}\n",
        "{\"ask\":\"QUEUE\",\"limit\":0.5}\n",
        "{\"ask\":\"CHECK\"}\n",
        "{\"ask\":\"HEALTH\"} {}\n",
        "{ask:HEALTH}\n",
        "[".repeat(900) + "\n",
        "x".repeat(5_000));
    for (String line : lines) {
      assertEquals("", answerTo(line.getBytes(StandardCharsets.UTF_8)), line);
    }
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[1 + random.nextInt(1_500)];
      random.nextBytes(bytes);
      bytes[bytes.length - 1] = '\n';
      assertEquals("", answerTo(bytes), "round %d of seed %d".formatted(round, SEED));
    }
    Awaitility.await().until(() -> HEALTH.equals(client.health()));
  }

  @Test
  void stuckCallersHoldUpNobodyForLong() throws Exception {
    List<SocketChannel> stuck = new ArrayList<>();
    try {
      for (int number = 0; number < DiagnosisServer.CONNECTIONS_MAXIMUM + 3; number++) {
        stuck.add(connected());
      }
      // They have five seconds for their question.
      Awaitility.await().ignoreExceptions().until(() -> HEALTH.equals(client.health()));
    } finally {
      for (SocketChannel channel : stuck) {
        channel.close();
      }
    }
  }

  /** A kiosk that is stopped takes nobody, and its queue fills up. */
  @Test
  void nobodyWaitsForAKioskThatTakesNobody() throws Exception {
    server.close();
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(socket), 1);
      boolean room = true;
      while (room && waiting.size() < 1_000) {
        SocketChannel next = SocketChannel.open(StandardProtocolFamily.UNIX);
        waiting.add(next);
        next.configureBlocking(false);
        try {
          room = next.connect(UnixDomainSocketAddress.of(socket));
        } catch (SocketException full) {
          room = false;
        }
      }
      assertFalse(room);
      KioskGone gone = assertThrows(KioskGone.class, client::health);
      assertFalse(gone instanceof NobodyThere);
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  private SocketChannel connected() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  /** What is said to these bytes before the connection ends. */
  private String answerTo(byte[] bytes) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      send(channel, bytes);
      ByteBuffer heard = ByteBuffer.allocate(4_096);
      while (channel.read(heard) > 0) {
        // Up to the end.
      }
      return new String(heard.array(), 0, heard.position(), StandardCharsets.UTF_8);
    } catch (IOException reset) {
      return "";
    }
  }

  private static void send(SocketChannel channel, String text) throws IOException {
    send(channel, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
