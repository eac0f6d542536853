package org.kashidashi.kiosk.diagnosis.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.time.Duration;
import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Hint;

/** Answers one question over one connection; whoever hangs up breaks it off. */
record Conversation(LineChannel line, Diagnosis diagnosis) {
  /** The other side reads all the time; a full pipe is a side that is stuck. */
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);

  /** No check lasts as long. */
  private static final Duration CHECK_LIMIT = Duration.ofMinutes(30);

  private interface Asked {
    Answer answer(Consumer<Hint> hints) throws DiagnosisException, InterruptedException;
  }

  void answer(Question question) throws IOException, InterruptedException {
    write(
        switch (question) {
          case Question.OfHealth _ -> plain(_ -> new Answer.OfHealth(diagnosis.health()));
          case Question.OfTopic(var topic) -> plain(_ -> new Answer.Known(diagnosis.facts(topic)));
          case Question.ToCheck(var check) ->
            watched(hints -> new Answer.Checked(diagnosis.check(check, hints)));
          case Question.ToServe(var mode) ->
            plain(_ -> {
              diagnosis.serve(mode);
              return new Answer.Done();
            });
          case Question.OfQueue(int limit) -> plain(_ -> new Answer.Queued(diagnosis.queue(limit)));
          case Question.ToRetry _ -> watched(_ -> new Answer.Known(diagnosis.retryQueue()));
          case Question.ToCalibrate _ ->
            watched(hints -> new Answer.Corrected(diagnosis.calibrateTouch(hints)));
        });
  }

  private Answer plain(Asked asked) throws InterruptedException, IOException {
    try {
      return asked.answer(this::tell);
    } catch (DiagnosisException refused) {
      return switch (refused) {
        case DiagnosisException.NotNow later -> new Answer.Later(later.reason());
        case DiagnosisException.KioskGone gone -> throw new IOException(gone);
      };
    } catch (UncheckedIOException stuck) {
      throw new IOException(stuck);
    }
  }

  /** Interrupts this thread as soon as the other side has gone. */
  private Answer watched(Asked asked) throws InterruptedException, IOException {
    Thread asking = Thread.currentThread();
    Thread watch = Thread.ofPlatform().name("diagnosis-watch").daemon().start(() -> {
      try {
        line.awaitEnd(CHECK_LIMIT);
        asking.interrupt();
      } catch (IOException | ClosedSelectorException broken) {
        asking.interrupt();
      } catch (InterruptedException over) {
        // The check has ended before.
        Thread.currentThread().interrupt();
      }
    });
    try {
      return plain(asked);
    } finally {
      watch.interrupt();
    }
  }

  private void tell(Hint hint) {
    try {
      write(new Answer.Hinted(hint));
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    } catch (InterruptedException brokenOff) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Answer answer) throws IOException, InterruptedException {
    line.write(AnswerForm.write(answer), WRITE_LIMIT);
  }
}
