package org.kashidashi.kiosk.counter;

import java.util.Optional;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffTicket;

/**
 * Links a person's card: consent, card, PINs, and the application to the registry, in this order.
 *
 * <p>Nothing is half done: until the application is sent, nothing has changed anywhere.
 */
final class Linking {
  private final Talk talk;
  private final CardPlace card;
  private final Proving proving;
  private final PatronFacing patron;
  private final CounterRegistry registry;
  private final FormDelivery delivery;
  private final Replies replies;

  Linking(
      Talk talk,
      CardPlace card,
      Proving proving,
      PatronFacing patron,
      CounterRegistry registry,
      FormDelivery delivery) {
    this.talk = talk;
    this.card = card;
    this.proving = proving;
    this.patron = patron;
    this.registry = registry;
    this.delivery = delivery;
    this.replies = new Replies(talk);
  }

  /**
   * Leads staff and the person through it, and tells both how it ended.
   *
   * @param linkedBefore whether the library card has a link already
   * @param checked whether staff know by record and document that the library card is the person's
   */
  void link(
      StaffTicket ticket, LinkApplication.Holder holder, boolean linkedBefore, boolean checked)
      throws DialogueOverException, TaskEndedException {
    Optional<PatronFacing.Sight> last = Optional.of(PatronFacing.Sight.REFUSED);
    try {
      Linked linked = linked(ticket, holder, linkedBefore, checked);
      last = Optional.of(PatronFacing.Sight.DONE);
      if (holder instanceof LinkApplication.Holder.Newcomer) {
        talk.registered(linked.patron());
      }
      talk.tell(
          Phrase.LINKED,
          linked.patron().standing().patron().masked(),
          talk.words().name(linked.by()));
      talk.tell(Phrase.OLD_CARD_STAYS);
    } catch (TaskEndedException ended) {
      if (ended.outcome() == CounterOutcome.DONE) {
        last = Optional.of(PatronFacing.Sight.DONE);
      } else if (patronKnows(ended)) {
        last = Optional.empty();
      }
      throw ended;
    } catch (PatronGoneException gone) {
      talk.tell(
          switch (gone.reason()) {
            case STOPPED -> Phrase.PATRON_STOPPED;
            case SCREEN_LOST -> Phrase.PATRON_SIDE_LOST;
          });
      throw new TaskEndedException(CounterOutcome.STOPPED);
    } finally {
      last.ifPresent(patron::show);
    }
  }

  private static boolean patronKnows(TaskEndedException ended) {
    return ended.code().equals(Proving.LAST_TRY) || ended.code().equals(Proving.BLOCKED);
  }

  private Linked linked(
      StaffTicket ticket, LinkApplication.Holder holder, boolean linkedBefore, boolean checked)
      throws DialogueOverException, TaskEndedException, PatronGoneException {
    talk.tell(Phrase.ASK_CONSENT);
    if (!patron.consents()) {
      talk.refused(CounterRefusal.NO_CONSENT);
      throw new TaskEndedException(CounterOutcome.REFUSED, CounterRefusal.NO_CONSENT.name());
    }
    talk.tell(Phrase.CONSENT_GIVEN);
    patron.show(PatronFacing.Sight.PUT_CARD);
    card.lay(talk, Phrase.PATRON_PUTS_CARD);
    if (patron.stopped()) {
      throw new PatronGoneException(PatronGoneException.Reason.STOPPED);
    }
    Proving.Proved proved = proving.prove(ticket);
    patron.show(PatronFacing.Sight.WORKING);
    talk.tell(Phrase.SENDING);
    LinkApplication application =
        new LinkApplication(holder, true, checked, proved.proof(), proved.cardKey());
    CounterReply<Linked> reply = registry.link(ticket, application);
    if (!(holder instanceof LinkApplication.Holder.Newcomer)
        && reply instanceof CounterReply.Refused<Linked>(var refusal, var _)
        && refusal == CounterRefusal.DOCUMENT_NOT_ENOUGH) {
      // No document is in question: nobody has compared the person with the record.
      talk.tell(Phrase.HOLDER_NOT_CHECKED);
      throw new TaskEndedException(
          CounterOutcome.REFUSED, CounterRefusal.DOCUMENT_NOT_ENOUGH.name());
    }
    return reply instanceof CounterReply.Unreachable<Linked>
        ? afterLostAnswer(ticket, holder, linkedBefore, reply)
        : replies.done(reply);
  }

  /** The registry is asked what became of it, before anybody does it again. */
  private Linked afterLostAnswer(
      StaffTicket ticket,
      LinkApplication.Holder holder,
      boolean linkedBefore,
      CounterReply<Linked> lost)
      throws DialogueOverException, TaskEndedException {
    Optional<PatronId> number = switch (holder) {
      case LinkApplication.Holder.HasCard(PatronId known, var _) -> Optional.of(known);
      case LinkApplication.Holder.Migrating(PatronId known, var _) -> Optional.of(known);
      case LinkApplication.Holder.Newcomer _ -> Optional.empty();
    };
    if (number.isPresent()
        && !linkedBefore
        && registry.patron(ticket, number.get())
            instanceof CounterReply.Ok<CounterPatron>(var now)) {
      // Before, there was none: the desk looked. So it is this one.
      talk.tell(now.linkedOn().isPresent() ? Phrase.NOT_KNOWN_DONE : Phrase.NOT_DONE_SO_FAR);
      throw new TaskEndedException(
          now.linkedOn().isPresent() ? CounterOutcome.DONE : CounterOutcome.NOT_KNOWN);
    }
    if (holder instanceof LinkApplication.Holder.Newcomer(Registration registration)) {
      throw afterLostRegistration(ticket, registration);
    }
    return replies.done(lost);
  }

  /** The same form gives the same card, which tells whether it is linked. */
  private TaskEndedException afterLostRegistration(StaffTicket ticket, Registration registration)
      throws DialogueOverException, TaskEndedException {
    CounterPatron now = delivery.send(ticket, registration);
    talk.registered(now);
    boolean linked = now.linkedOn().isPresent();
    talk.tell(linked ? Phrase.NOT_KNOWN_DONE : Phrase.LINK_STILL_MISSING);
    return new TaskEndedException(linked ? CounterOutcome.DONE : CounterOutcome.NOT_KNOWN);
  }
}
