package org.kashidashi.kiosk.counter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The staff's desk: signs staff in, lets them choose what to do, and signs them out when it is
 * quiet.
 *
 * <p>Confined to the thread that runs it.
 */
public final class CounterDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CounterDesk.class);

  private final Talk talk;
  private final CounterRegistry registry;
  private final LendingDesk lending;
  private final Workplace workplace;
  private final SignIn signIn;
  private final CardPlace card;
  private final List<Task> tasks;

  public CounterDesk(Dialogue dialogue, Words words, Workplace workplace) {
    this.talk = new Talk(dialogue, words);
    this.registry = workplace.registry();
    this.lending = workplace.lending();
    this.workplace = workplace;
    this.signIn = new SignIn(talk, registry, workplace.audit());
    this.card = new CardPlace(workplace.reader(), workplace.jpki(), workplace.leaving());
    this.tasks = tasks(talk, card, workplace);
  }

  /**
   * Serves staff until the terminal is closed.
   *
   * @throws StoreException the store can only be opened anew; staff were told
   */
  public void run() throws StoreException {
    try {
      talk.tell(Phrase.WELCOME);
      workplace.patron().show(PatronFacing.Sight.REST);
      lookBack();
      serve();
    } catch (StoreException broken) {
      talk.tell(Phrase.STORE_BROKEN);
      throw broken;
    }
  }

  private void serve() throws StoreException {
    while (true) {
      try {
        work(signIn.ask());
      } catch (DialogueOverException over) {
        if (over.reason() == DialogueOverException.Reason.CLOSED) {
          LOG.info("the staff's terminal was closed");
          return;
        }
      }
    }
  }

  /** Tells of lending that the last start was cut off in. */
  private void lookBack() throws StoreException {
    for (Optional<CutSession> cut = lending.cutSession();
        cut.isPresent();
        cut = lending.cutSession()) {
      talk.tell(Phrase.CUT_SESSION, cut.get().loans().size());
      lending.end(cut.get().name());
    }
  }

  private void work(StaffTicket ticket) throws DialogueOverException, StoreException {
    boolean signedIn = true;
    Phrase ending = Phrase.SIGNED_OUT;
    try {
      List<Task> offered = tasks.stream()
          .filter(task -> workplace.offered().contains(task.name()))
          .filter(task -> !Collections.disjoint(task.roles(), ticket.roles()))
          .toList();
      for (Optional<Task> task = choose(offered);
          task.isPresent() && signedIn;
          task = signedIn ? choose(offered) : Optional.empty()) {
        signedIn = carryOut(task.get(), ticket) != CounterOutcome.SIGNED_OUT;
        ending = signedIn ? Phrase.SIGNED_OUT : Phrase.SIGN_IN_AGAIN;
      }
    } catch (DialogueOverException over) {
      if (over.reason() == DialogueOverException.Reason.QUIET) {
        ending = Phrase.SIGNED_OUT_QUIET;
      }
      throw over;
    } finally {
      signOut(ticket, ending);
    }
  }

  private Optional<Task> choose(List<Task> offered) throws DialogueOverException {
    talk.say("");
    talk.tell(Phrase.MENU);
    for (int index = 0; index < offered.size(); index++) {
      talk.say(
          "  %2d  %s".formatted(index + 1, talk.words().name(offered.get(index).name())));
    }
    talk.say("   0  " + talk.words().name(CounterTask.SIGN_OUT));
    while (true) {
      String line = talk.askPlainly(Phrase.CHOICE);
      if (line.equals("0")) {
        return Optional.empty();
      }
      Optional<Integer> number = Talk.number(line, offered.size());
      if (number.isPresent()) {
        return Optional.of(offered.get(number.get() - 1));
      }
      talk.tell(Phrase.NO_CHOICE, offered.size());
    }
  }

  private CounterOutcome carryOut(Task task, StaffTicket ticket)
      throws DialogueOverException, StoreException {
    AuditRecord.AtCounter record = new AuditRecord.AtCounter(task.name(), CounterOutcome.FAULT, "");
    try {
      task.run(ticket);
      record = new AuditRecord.AtCounter(task.name(), CounterOutcome.DONE, "");
    } catch (TaskEndedException ended) {
      record = new AuditRecord.AtCounter(task.name(), ended.outcome(), ended.code());
    } catch (DialogueOverException over) {
      record = new AuditRecord.AtCounter(task.name(), CounterOutcome.STOPPED, "");
      throw over;
    } catch (StoreFullException full) {
      LOG.error("nothing more can be stored; nothing is lent until there is space", full);
      talk.tell(Phrase.STORE_FULL);
    } finally {
      workplace.audit().accept(record);
    }
    // Whoever was served reads how it ended until they take their card.
    card.vacate(talk);
    workplace.patron().show(PatronFacing.Sight.REST);
    return record.outcome();
  }

  /** Whatever the registry answers, nobody goes on with this ticket here, or sees what it was for. */
  private void signOut(StaffTicket ticket, Phrase ending) {
    workplace.patron().show(PatronFacing.Sight.REST);
    talk.clear();
    LOG.debug("signed out: {}", registry.signOut(ticket));
    workplace
        .audit()
        .accept(new AuditRecord.AtCounter(CounterTask.SIGN_OUT, CounterOutcome.DONE, ""));
    talk.tell(ending);
  }

  /** In the order of the menu. */
  private static List<Task> tasks(Talk talk, CardPlace card, Workplace at) {
    Numbers numbers = new Numbers(talk, at.barcodes());
    Patrons patrons = new Patrons(talk, numbers, at.registry());
    RegistrationForm form = new RegistrationForm(talk, at.clock(), at.random());
    Proving proving = new Proving(
        talk, card, at.certificates(), at.patron(), at.registry(), at.keyWanted(), at.nanoTime());
    FormDelivery delivery = new FormDelivery(talk, at.registry());
    Linking linking = new Linking(talk, card, proving, at.patron(), at.registry(), delivery);
    TypedNumbers typed = new TypedNumbers(talk, at.scanner(), at.audit());
    List<Task> tasks = new ArrayList<>();
    tasks.add(new LendTask(
        talk,
        numbers,
        card,
        at.identification(),
        at.lending(),
        at.outbox(),
        at.registry(),
        at.start()));
    tasks.add(new TakeBackTask(talk, numbers, at.registry(), at.outbox()));
    tasks.add(new PatronTask(talk, patrons));
    tasks.add(LinkTask.first(talk, patrons, typed, linking, at.clock()));
    tasks.add(new UnlinkTask(talk, patrons, at.registry(), at.cardStop()));
    tasks.add(LinkTask.migration(talk, patrons, typed, linking, at.clock()));
    tasks.add(new RegisterTask(talk, form, linking, delivery));
    tasks.add(new RenewTask(talk, patrons, form, at.registry(), at.clock()));
    tasks.add(new CasesTask(talk, at.registry(), at.clock().getZone()));
    tasks.add(new ShowPersonTask(talk, numbers, at.registry()));
    tasks.add(new ErasePersonTask(talk, patrons, at.registry()));
    return List.copyOf(tasks);
  }
}
