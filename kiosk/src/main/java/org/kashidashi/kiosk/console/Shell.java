package org.kashidashi.kiosk.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.config.mistake.MistakenFileException;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.command.Commands;
import org.kashidashi.kiosk.console.command.Form;
import org.kashidashi.kiosk.console.command.Grammar;
import org.kashidashi.kiosk.console.command.Reading;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.StickException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the commands of one technician who has signed in. One thread. */
final class Shell {
  private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

  /** So many senseless lines in a row are a person's; each more has to wait, and is not noted. */
  private static final int SENSELESS_NOTED = 5;

  /** So many are a loose cable, or worse. */
  private static final int SENSELESS_MAXIMUM = 20;

  private static final Duration SENSELESS_PAUSE = Duration.ofSeconds(1);

  /** What the trail has where nothing broke a command off but the end of the program. */
  private static final String STOOD = "STOOD";

  /** What the trail has where a mistake of ours broke a command off. */
  private static final String FAULT = "FAULT";

  private final Bench bench;
  private final Consumer<AuditRecord> audit;
  private final Grammar grammar;
  private final String prompt;

  /** The command under way, for a thread that notes what became of it. */
  private final AtomicReference<Optional<String>> underWay =
      new AtomicReference<>(Optional.empty());

  /** Lines in a row that made no sense. */
  private int senseless;

  Shell(Bench bench, Consumer<AuditRecord> audit) {
    this.bench = bench;
    this.audit = audit;
    this.grammar =
        new Grammar(new Commands(bench).forms(), bench.technician().role(), bench.talk()::help);
    this.prompt = "%s:%s> "
        .formatted(
            bench.signIn().device().id(),
            bench.technician().role().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Until the technician leaves.
   *
   * @throws LineOverException they are gone already
   */
  void run() throws LineOverException {
    Form.Next next = Form.Next.STAY;
    while (next == Form.Next.STAY) {
      next = answer();
    }
  }

  private Form.Next answer() throws LineOverException {
    Talk talk = bench.talk();
    try {
      String typed = talk.order(prompt, grammar);
      talk.begin();
      return switch (grammar.read(typed)) {
        case Reading.Nothing _ -> Form.Next.STAY;
        case Reading.Question(String before) -> explained(before);
        case Reading.Order order -> carriedOut(order);
      };
    } catch (BrokenOffException again) {
      // The line that was begun is dropped, as in every shell, and the end of nothing is the end.
      return again.leaving() ? Form.Next.LOG_OUT : Form.Next.STAY;
    } catch (TroubleException meaningless) {
      return notUnderstood(meaningless);
    }
  }

  private Form.Next notUnderstood(TroubleException meaningless) throws LineOverException {
    senseless++;
    bench.talk().trouble(meaningless);
    if (senseless <= SENSELESS_NOTED) {
      note("", meaningless.trouble());
      return Form.Next.STAY;
    }
    if (senseless > SENSELESS_MAXIMUM) {
      bench.talk().say(Phrase.LOGGED_OFF_SENSELESS);
      return Form.Next.LOG_OUT;
    }
    try {
      boolean _ = bench.talk().<Boolean, RuntimeException>interruptible(() -> {
        bench.machine().pause().pause(SENSELESS_PAUSE);
        return true;
      });
    } catch (InterruptedException hurried) {
      LOG.debug("somebody is there after all", hurried);
    }
    return Form.Next.STAY;
  }

  private Form.Next explained(String before) {
    grammar.explain(before).forEach(bench.talk()::tell);
    bench.talk().done();
    return Form.Next.STAY;
  }

  private Form.Next carriedOut(Reading.Order order) throws LineOverException {
    senseless = 0;
    if (!bench.signIn().stillHolds(bench.technician())) {
      note(order.harmless(), Trouble.NOT_ALLOWED);
      bench.talk().say(Phrase.LOGGED_OFF_NAMELESS);
      return Form.Next.LOG_OUT;
    }
    boolean weighty = order.form().role().allows(Role.TEST)
        && bench.technician().role().allows(order.form().role());
    if (weighty) {
      // It may end this program before it ends itself.
      note(order.harmless(), AuditRecord.ConsoleCommand.ORDERED);
    }
    underWay.set(Optional.of(order.harmless()));
    try {
      Form.Next next = run(order);
      note(order.harmless(), "");
      bench.talk().done();
      return next;
    } catch (TroubleException trouble) {
      note(order.harmless(), trouble.trouble());
      bench.talk().trouble(trouble);
      return Form.Next.STAY;
    } catch (LineOverException over) {
      note(order.harmless(), Trouble.BROKEN_OFF);
      throw over;
    } catch (RuntimeException fault) {
      note(order.harmless(), FAULT);
      throw fault;
    } finally {
      underWay.set(Optional.empty());
    }
  }

  /** The program ends without this thread: the command under way has no other outcome. Any thread. */
  void abandon() {
    underWay.getAndSet(Optional.empty()).ifPresent(command -> note(command, STOOD));
  }

  private Form.Next run(Reading.Order order) throws TroubleException, LineOverException {
    Role role = bench.technician().role();
    Role needed = order.form().role();
    if (!role.allows(needed)) {
      throw new TroubleException(
          Trouble.NOT_ALLOWED, bench.talk().words(needed), bench.talk().words(role));
    }
    try {
      return order.form().action().run(order.given());
    } catch (BrokenOffException | InterruptedException broken) {
      LOG.debug("broken off", broken);
      throw new TroubleException(Trouble.BROKEN_OFF);
    } catch (DiagnosisException.NotNow notNow) {
      throw new TroubleException(
          Trouble.NOT_NOW, notNow.reason().name(), bench.talk().words(notNow.reason()));
    } catch (DiagnosisException.KioskGone gone) {
      LOG.info("the kiosk went away while it was asked", gone);
      throw new TroubleException(Trouble.KIOSK_GONE);
    } catch (DiagnosisException other) {
      throw new IllegalStateException("a trouble that nobody knows", other);
    } catch (StickException.Missing missing) {
      LOG.debug("nothing to write on", missing);
      throw new TroubleException(Trouble.NO_STICK);
    } catch (StickException.Refusing refusing) {
      LOG.info("a stick is full or worn out", refusing);
      throw new TroubleException(Trouble.STICK_REFUSES, refusing.file());
    } catch (MistakenFileException unreadable) {
      unreadable.mistakes().forEach(bench.talk()::tell);
      throw new TroubleException(Trouble.CONFIGURATION_UNREADABLE);
    } catch (IOException failure) {
      LOG.info("an order was not carried out", failure);
      throw new TroubleException(
          Trouble.SYSTEM, Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    }
  }

  private void note(String command, Trouble trouble) {
    note(command, trouble.name());
  }

  /** What is too long for the trail is cut there, and carried out all the same. */
  private void note(String command, String code) {
    int length = Math.min(command.length(), AuditRecord.ConsoleCommand.COMMAND_MAXIMUM);
    audit.accept(new AuditRecord.ConsoleCommand(
        bench.technician().name(), command.substring(0, length), code));
  }
}
