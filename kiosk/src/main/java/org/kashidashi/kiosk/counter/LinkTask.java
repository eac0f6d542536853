package org.kashidashi.kiosk.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Links the card of a person who has a library card, for the first time or from the old method. */
final class LinkTask implements Task {
  private final Talk talk;
  private final Patrons patrons;
  private final TypedNumbers typed;
  private final Linking linking;
  private final Clock clock;
  private final CounterTask name;

  private LinkTask(
      Talk talk,
      Patrons patrons,
      TypedNumbers typed,
      Linking linking,
      Clock clock,
      CounterTask name) {
    this.talk = talk;
    this.patrons = patrons;
    this.typed = typed;
    this.linking = linking;
    this.clock = clock;
    this.name = name;
  }

  /**
   * For the first time.
   *
   * @param clock in the library's time zone
   */
  static LinkTask first(
      Talk talk, Patrons patrons, TypedNumbers typed, Linking linking, Clock clock) {
    return new LinkTask(talk, patrons, typed, linking, clock, CounterTask.LINK);
  }

  /** From the method that was withdrawn in May 2024. */
  static LinkTask migration(
      Talk talk, Patrons patrons, TypedNumbers typed, Linking linking, Clock clock) {
    return new LinkTask(talk, patrons, typed, linking, clock, CounterTask.MIGRATE);
  }

  @Override
  public CounterTask name() {
    return name;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  /** What can be known to be refused is said before the person is asked for anything. */
  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    CounterPatron patron = patrons.find(ticket);
    boolean scanned = talk.scanned();
    if (patron.standing().expires().isBefore(LocalDate.now(clock))) {
      throw refused(CounterRefusal.LIBRARY_CARD_EXPIRED);
    }
    boolean linked = patron.linkedOn().isPresent();
    if (linked && !talk.yes(Phrase.LINK_AGAIN, patron.linkedOn().get())) {
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    Shown shown = talk.choose(Phrase.SHOWN, List.of(Shown.values()));
    if (shown == Shown.TYPED_NUMBER || !typed.allowed(scanned)) {
      throw refused(CounterRefusal.NO_LIBRARY_CARD);
    }
    boolean checked = talk.yes(Phrase.HOLDER_CHECKED);
    if (!checked && !linked && !patron.personKept()) {
      // Nothing else could tie the person to the library card.
      talk.tell(Phrase.HOLDER_NOT_CHECKED);
      throw new TaskEndedException(
          CounterOutcome.REFUSED, CounterRefusal.DOCUMENT_NOT_ENOUGH.name());
    }
    PatronId number = patron.standing().patron();
    linking.link(
        ticket,
        name == CounterTask.MIGRATE
            ? new LinkApplication.Holder.Migrating(number, shown)
            : new LinkApplication.Holder.HasCard(number, shown),
        linked,
        checked);
  }

  private TaskEndedException refused(CounterRefusal refusal) {
    talk.refused(refusal);
    return new TaskEndedException(CounterOutcome.REFUSED, refusal.name());
  }
}
