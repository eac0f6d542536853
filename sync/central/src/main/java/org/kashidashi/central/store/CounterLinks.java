package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.registry.HolderFacts;
import org.kashidashi.central.registry.LinkPolicy;
import org.kashidashi.central.registry.LinkQuestion;
import org.kashidashi.central.registry.LinkState;
import org.kashidashi.central.registry.LinkedPerson;
import org.kashidashi.central.registry.PersonFacts;
import org.kashidashi.central.registry.RelinkRule;
import org.kashidashi.central.registry.RenewalRules;
import org.kashidashi.central.registry.TakenDetails;
import org.kashidashi.central.registry.UnlinkRule;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry.Done;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** Links, as staff make and remove them. */
public final class CounterLinks {
  private final CounterTables tables;
  private final CounterPatrons newcomers;
  private final LibraryRules library;

  CounterLinks(CounterTables tables) {
    this.tables = tables;
    this.newcomers = new CounterPatrons(tables);
    this.library = tables.rules().library();
  }

  /** What speaks against a link before an authority is asked. */
  public Optional<CounterRefusal> refusal(StaffStep step, LinkApplication application)
      throws StoreException {
    return tables.work().inTransaction(() -> LinkPolicy.refusal(question(step, application)));
  }

  /** Links whom an authority has introduced, if nothing speaks against it by now. */
  public Verdict<Linked> link(
      SignedIn who, StaffStep step, LinkApplication application, Introduction.Introduced introduced)
      throws StoreException {
    return tables
        .work()
        .of(
            step,
            () -> {
              if (!tables.tickets().still(who, step.at())) {
                // The challenge went with the ticket.
                return new Verdict.Refused<>(CounterRefusal.CHALLENGE_OVER);
              }
              LinkQuestion question = question(step, application);
              PersonFacts person = person(application, introduced);
              Optional<CounterRefusal> refusal = LinkPolicy.refusal(question, person);
              return refusal.isPresent()
                  ? new Verdict.Refused<>(refusal.get())
                  : new Verdict.Granted<>(made(step, application, introduced));
            },
            linked -> Optional.of(linked.patron().standing().patron()));
  }

  public Verdict<Done> unlink(StaffStep step, PatronId patron, UnlinkReason reason)
      throws StoreException {
    return tables.work().of(step.about(patron), () -> {
      Optional<PatronRecord> found = tables.patrons().find(patron);
      if (found.isEmpty()) {
        return new Verdict.Refused<>(CounterRefusal.UNKNOWN_PATRON);
      }
      return switch (UnlinkRule.after(reason, library.reissue())) {
        case Verdict.Refused<LinkState> refused -> new Verdict.Refused<>(refused.refusal());
        case Verdict.Granted<LinkState> granted ->
          removed(found.get(), granted.value(), tables.today(step));
      };
    });
  }

  /** Active links in the order of the library cards, so many after one of them. */
  public List<LinkedPerson> page(Optional<PatronId> after, int limit) throws StoreException {
    return tables.work().inTransaction(() -> tables.links().page(after, limit));
  }

  private Verdict<Done> removed(PatronRecord patron, LinkState state, LocalDate today)
      throws SQLException {
    boolean linked = tables.links().remove(patron.patron(), state, today);
    boolean old = tables.oldLinks().forget(patron.patron());
    if (!linked && !old) {
      return new Verdict.Refused<>(CounterRefusal.NOT_LINKED);
    }
    tables
        .patrons()
        .renewBy(
            patron.patron(),
            RenewalRules.renewal(patron.residence(), /* linked= */ false, patron.renewal()));
    return new Verdict.Granted<>(new Done());
  }

  private Linked made(
      StaffStep step, LinkApplication application, Introduction.Introduced introduced)
      throws SQLException, StoreDamagedException {
    LocalDate today = tables.today(step);
    PatronId patron = switch (application.holder()) {
      case Holder.HasCard holder -> holder.patron();
      case Holder.Migrating holder -> holder.patron();
      case Holder.Newcomer newcomer -> newcomers.add(step, newcomer.registration());
    };
    Optional<LocalDate> before = tables.links().ofPatron(patron).map(LinkTable.Active::madeOn);
    tables
        .links()
        .make(
            introduced.person(),
            patron,
            RelinkRule.madeOn(before, today, library.reissue()),
            application.cardKey());
    tables.oldLinks().forget(patron);
    PatronRecord linked = tables.patrons().find(patron).orElseThrow();
    tables
        .patrons()
        .renewBy(
            patron, RenewalRules.renewal(linked.residence(), /* linked= */ true, linked.renewal()));
    keep(patron, introduced.details());
    return new Linked(
        tables.view().of(patron, step.at()).orElseThrow(), introduced.person().kind());
  }

  /** What the library has been told by the person stays as it is. */
  private void keep(PatronId patron, Optional<PersonDetails> told) throws SQLException {
    Optional<PersonDetails> taken = told.flatMap(details -> TakenDetails.of(details, library));
    if (taken.isPresent() && !tables.persons().has(patron)) {
      tables.persons().put(patron, new PersonRecord(taken.get(), Optional.empty()));
    }
  }

  private LinkQuestion question(StaffStep step, LinkApplication application) throws SQLException {
    Optional<PatronId> holder = holder(application);
    HolderFacts facts = holder.isEmpty()
        ? new HolderFacts(Optional.empty(), false)
        : new HolderFacts(
            tables.patrons().find(holder.get()), tables.oldLinks().waits(holder.get()));
    return new LinkQuestion(
        library,
        tables.today(step),
        tables.rules().sites().linkingAt(step.station()),
        tables.newCards().offered(),
        application,
        facts);
  }

  private PersonFacts person(LinkApplication application, Introduction.Introduced introduced)
      throws SQLException, StoreDamagedException {
    PersonIdentifier person = introduced.person();
    Optional<PatronId> holder = holder(application);
    Optional<PatronId> linkedTo = tables.links().find(person) instanceof FoundLink.Linked linked
        ? Optional.of(linked.patron())
        : Optional.empty();
    Optional<PersonDetails> kept = holder.isPresent()
        ? tables.persons().find(holder.get()).map(PersonRecord::details)
        : Optional.empty();
    if (application.holder() instanceof Holder.Newcomer newcomer) {
      kept = Optional.of(newcomer.registration().details());
    }
    return new PersonFacts(
        linkedTo,
        holder.isPresent() && tables.links().linkedToAnother(holder.get(), person),
        tables.oldLinks().ofAnother(application.proof().certificate().serial(), holder),
        introduced.details(),
        kept);
  }

  private Optional<PatronId> holder(LinkApplication application) throws SQLException {
    return switch (application.holder()) {
      case Holder.HasCard holder -> Optional.of(holder.patron());
      case Holder.Migrating holder -> Optional.of(holder.patron());
      case Holder.Newcomer newcomer ->
        tables.newCards().given(newcomer.registration().key());
    };
  }
}
