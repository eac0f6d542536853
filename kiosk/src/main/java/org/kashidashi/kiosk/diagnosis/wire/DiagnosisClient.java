package org.kashidashi.kiosk.diagnosis.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.KioskGone;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NobodyThere;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a running kiosk over its socket. One thread. */
public final class DiagnosisClient implements Diagnosis {
  /** A kiosk answers these from memory; whatever takes longer hangs. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** Between two hints, and for the longest delivery of an outbox. */
  private static final Duration CHECK_LIMIT = Duration.ofMinutes(3);

  private static final Logger LOG = LoggerFactory.getLogger(DiagnosisClient.class);

  private final List<Path> sockets;
  private final LongSupplier nanoTime;

  /**
   * @param sockets where a kiosk may listen; the first one that takes a question is asked, each time
   *     anew, because a kiosk may come up later than whoever asks it
   */
  public DiagnosisClient(List<Path> sockets, LongSupplier nanoTime) {
    this.sockets = List.copyOf(sockets);
    this.nanoTime = nanoTime;
  }

  @Override
  public Health health() throws DiagnosisException {
    return switch (quick(new Question.OfHealth())) {
      case Answer.OfHealth(Health health) -> health;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public List<Fact> facts(Topic topic) throws DiagnosisException {
    return switch (quick(new Question.OfTopic(topic))) {
      case Answer.Known(List<Fact> facts) -> facts;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    return switch (asked(new Question.ToCheck(check), CHECK_LIMIT, hints)) {
      case Answer.Checked(Condition condition) -> condition;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public void serve(ServiceMode mode) throws DiagnosisException {
    Answer answer = quick(new Question.ToServe(mode));
    if (!(answer instanceof Answer.Done)) {
      throw unasked(answer);
    }
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    return switch (quick(new Question.OfQueue(limit))) {
      case Answer.Queued(List<Waiting> entries) -> entries;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    return switch (uninterrupted(new Question.ToRetry(), CHECK_LIMIT)) {
      case Answer.Known(List<Fact> facts) -> facts;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    return switch (asked(new Question.ToCalibrate(), CHECK_LIMIT, hints)) {
      case Answer.Corrected(List<Double> numbers) -> numbers;
      case Answer other -> throw unasked(other);
    };
  }

  @Override
  public void close() {
    // Each question has a connection of its own.
  }

  private Answer quick(Question question) throws DiagnosisException {
    return uninterrupted(question, ANSWER_LIMIT);
  }

  private Answer uninterrupted(Question question, Duration limit) throws DiagnosisException {
    try {
      return asked(question, limit, _ -> {});
    } catch (InterruptedException brokenOff) {
      Thread.currentThread().interrupt();
      throw new KioskGone("the question was broken off");
    }
  }

  private Answer asked(Question question, Duration limit, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    try (SocketChannel channel = connected()) {
      try (LineChannel line = new LineChannel(channel, AnswerForm.LONGEST, nanoTime)) {
        line.write(QuestionForm.write(question), ANSWER_LIMIT);
        while (true) {
          Optional<String> text = line.read(limit);
          if (text.isEmpty()) {
            throw new KioskGone("the kiosk hung up");
          }
          Answer answer = AnswerForm.read(text.get());
          if (!(answer instanceof Answer.Hinted(Hint hint))) {
            return answer;
          }
          hints.accept(hint);
        }
      }
    } catch (IOException | MalformedLineException failure) {
      throw new KioskGone("the kiosk did not answer: " + failure.getMessage());
    }
  }

  private SocketChannel connected() throws KioskGone {
    for (Path socket : sockets) {
      try {
        return connected(socket);
      } catch (ConnectException nobody) {
        LOG.debug("nobody listens at {}", socket, nobody);
      } catch (IOException failure) {
        // Somebody may be there and take nobody: that is not nobody.
        if (!Files.notExists(socket)) {
          throw new KioskGone("no connection to " + socket + ": " + failure.getMessage());
        }
      }
    }
    throw new NobodyThere("no kiosk listens at " + sockets);
  }

  /** Without waiting: a kiosk that hangs takes nobody any more once its queue is full. */
  private static SocketChannel connected(Path socket) throws IOException, KioskGone {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    boolean connected = false;
    try {
      channel.configureBlocking(false);
      connected = channel.connect(UnixDomainSocketAddress.of(socket));
    } finally {
      if (!connected) {
        channel.close();
      }
    }
    if (!connected) {
      throw new KioskGone("others wait for the kiosk already at " + socket);
    }
    return channel;
  }

  private static DiagnosisException unasked(Answer answer) {
    return answer instanceof Answer.Later(NotNow.Reason reason)
        ? new NotNow(reason)
        : new KioskGone("the kiosk answered another question");
  }
}
