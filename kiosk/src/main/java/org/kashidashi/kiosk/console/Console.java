package org.kashidashi.kiosk.console;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleLogOff.Ending;
import org.kashidashi.kiosk.console.command.Bench;
import org.kashidashi.kiosk.console.signin.SignIn;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.talk.Line;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of the machine and whoever comes by it, one technician after the other. One thread. */
public final class Console {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  private final Line line;
  private final Reception reception;
  private final SignIn signIn;
  private final Bench.Machine machine;
  private final Consumer<AuditRecord> audit;

  /** Whoever is signed in, for a thread that notes that they are no more. */
  private final AtomicReference<Optional<Present>> present =
      new AtomicReference<>(Optional.empty());

  private record Present(Technician technician, Shell shell) {}

  /**
   * For a line.
   *
   * @param audit may be called by whoever calls {@link #abandon} meanwhile
   */
  public Console(
      Line line,
      Reception reception,
      SignIn signIn,
      Bench.Machine machine,
      Consumer<AuditRecord> audit) {
    this.line = line;
    this.reception = reception;
    this.signIn = signIn;
    this.machine = machine;
    this.audit = audit;
  }

  /**
   * Until the line is hung up, or nobody may be served on it any more.
   *
   * @return whether it was hung up
   */
  public boolean run() {
    try {
      Optional<Reception.Welcome> welcome = reception.next();
      while (welcome.isPresent()) {
        receive(welcome.get());
        welcome = reception.next();
      }
      return false;
    } catch (LineOverException over) {
      LOG.info("the line is hung up");
      return true;
    }
  }

  /**
   * The line's thread stands, and the program ends without it: whoever is signed in is noted as
   * logged off. Any thread.
   */
  public void abandon() {
    LOG.warn("the line takes nothing, or an order does not end: the console starts anew");
    leave(gone -> gone.shell().abandon(), Ending.STOOD);
  }

  private void logOff(Ending ending) {
    leave(_ -> {}, ending);
  }

  /** Noted once, whoever is first. */
  private void leave(Consumer<Present> before, Ending ending) {
    present.getAndSet(Optional.empty()).ifPresent(gone -> {
      before.accept(gone);
      audit.accept(new AuditRecord.ConsoleLogOff(gone.technician().name(), ending));
    });
  }

  private void receive(Reception.Welcome welcome) throws LineOverException {
    // What somebody typed who did not come in is nobody else's either.
    line.forget();
    line.patience(welcome.patience());
    Talk talk = new Talk(line, welcome.zone(), welcome.manner());
    Technician technician;
    try {
      technician = signIn.run(talk);
    } catch (LineOverException over) {
      if (ending(over) == Ending.HUNG_UP) {
        throw over;
      }
      // Nobody has come: whoever does is received as it is right then.
      return;
    }
    serve(talk, technician);
  }

  private void serve(Talk talk, Technician technician) throws LineOverException {
    Ending ending = Ending.FAULT;
    Shell shell = new Shell(new Bench(talk, machine, signIn, technician), audit);
    present.set(Optional.of(new Present(technician, shell)));
    try {
      talk.begin();
      talk.say(
          Phrase.SIGNED_IN, technician.name(), technician.role().name().toLowerCase(Locale.ROOT));
      shell.run();
      ending = Ending.ORDERED;
      talk.say(Phrase.LOGGED_OFF);
    } catch (LineOverException over) {
      ending = ending(over);
      if (ending == Ending.HUNG_UP) {
        throw over;
      }
      talk.say(Phrase.LOGGED_OFF_IDLE);
    } finally {
      // Whatever ended it, nobody who comes next finds anything of it.
      line.forget();
      machine.configuration().drop();
      logOff(ending);
    }
  }

  private static Ending ending(LineOverException over) {
    return switch (over.reason()) {
      case IDLE -> Ending.IDLE;
      case HUNG_UP -> Ending.HUNG_UP;
    };
  }
}
