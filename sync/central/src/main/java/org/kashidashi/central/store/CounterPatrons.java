package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.registry.RegistrationRules;
import org.kashidashi.central.registry.RenewalRules;
import org.kashidashi.central.registry.TakenDetails;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry.Done;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.Registration;

/** Library cards and their holders' records, as staff see and change them. */
public final class CounterPatrons {
  private final CounterTables tables;
  private final LibraryRules library;

  CounterPatrons(CounterTables tables) {
    this.tables = tables;
    this.library = tables.rules().library();
  }

  public Verdict<CounterPatron> patron(StaffStep step, PatronId patron) throws StoreException {
    return tables.work().of(step.about(patron), () -> seen(step, patron));
  }

  /** The personal record. */
  public Verdict<PersonRecord> person(StaffStep step, PatronId patron) throws StoreException {
    return tables.work().of(step.about(patron), () -> {
      Optional<CounterRefusal> refusal = withoutRecord(patron);
      return refusal.isPresent()
          ? new Verdict.Refused<>(refusal.get())
          : new Verdict.Granted<>(tables.persons().find(patron).orElseThrow());
    });
  }

  /** What is kept of the holder besides the personal record. */
  public KeptOfPatron kept(PatronId patron) throws StoreException {
    return tables
        .work()
        .inTransaction(() -> new KeptOfPatron(
            tables.links().ofPatron(patron).map(LinkTable.Active::madeOn),
            tables.links().hasCardKey(patron),
            tables.oldLinks().waits(patron),
            new LoanTable(tables.sql()).loansOut(patron)));
  }

  /** Erases the personal record, and a link of the withdrawn method; else link and loans stay. */
  public Verdict<Done> erasePerson(StaffStep step, PatronId patron) throws StoreException {
    return tables.work().of(step.about(patron), () -> {
      Optional<CounterRefusal> refusal = withoutRecord(patron);
      if (!tables.oldLinks().forget(patron) && refusal.isPresent()) {
        return new Verdict.Refused<>(refusal.get());
      }
      tables.persons().erase(patron);
      return new Verdict.Granted<>(new Done());
    });
  }

  /** Gives out a library card. */
  public Verdict<CounterPatron> register(StaffStep step, Registration registration)
      throws StoreException {
    return tables
        .work()
        .of(
            step,
            () -> {
              Optional<PatronId> given = tables.newCards().given(registration.key());
              if (given.isPresent()) {
                return seen(step, given.get());
              }
              Optional<CounterRefusal> refusal =
                  RegistrationRules.refusal(registration, tables.newCards().offered());
              return refusal.isPresent()
                  ? new Verdict.Refused<>(refusal.get())
                  : seen(step, add(step, registration));
            },
            patron -> Optional.of(patron.standing().patron()));
  }

  public Verdict<CounterPatron> renew(StaffStep step, PatronId patron, Registration seen)
      throws StoreException {
    return tables.work().of(step.about(patron), () -> {
      Optional<PatronRecord> found = tables.patrons().find(patron);
      if (found.isEmpty()) {
        return new Verdict.Refused<>(CounterRefusal.UNKNOWN_PATRON);
      }
      LocalDate today = tables.today(step);
      Optional<PersonRecord> kept = tables.persons().find(patron);
      Optional<CounterRefusal> refusal =
          RenewalRules.refusal(library, found.get(), kept, seen, today);
      if (refusal.isPresent()) {
        return new Verdict.Refused<>(refusal.get());
      }
      Residence residence = RegistrationRules.residence(seen.residence());
      boolean linked = tables.links().ofPatron(patron).isPresent();
      tables
          .patrons()
          .renew(
              patron,
              RenewalRules.expires(library, found.get(), seen, today),
              RenewalRules.renewal(residence, linked, found.get().renewal()),
              residence);
      keep(patron, seen);
      return seen(step, patron);
    });
  }

  /** Inside the caller's transaction, once nothing speaks against it. One form gives one card. */
  PatronId add(StaffStep step, Registration registration)
      throws SQLException, StoreDamagedException {
    Optional<PatronId> given = tables.newCards().given(registration.key());
    if (given.isPresent()) {
      return given.get();
    }
    PatronId patron = tables.newCards().next();
    Residence residence = RegistrationRules.residence(registration.residence());
    tables
        .patrons()
        .put(new PatronRecord(
            patron,
            library
                .validity()
                .validUntil(
                    tables.today(step), Optional.of(registration.details().birthDate())),
            RenewalRules.renewal(residence, /* linked= */ false, Renewal.AT_COUNTER),
            EnumSet.noneOf(Block.class),
            residence,
            OptionalInt.empty(),
            OptionalInt.empty()));
    tables.newCards().remember(registration.key(), patron);
    keep(patron, registration);
    return patron;
  }

  private Verdict<CounterPatron> seen(StaffStep step, PatronId patron) throws SQLException {
    return tables
        .view()
        .of(patron, step.at())
        .<Verdict<CounterPatron>>map(Verdict.Granted::new)
        .orElseGet(() -> new Verdict.Refused<>(CounterRefusal.UNKNOWN_PATRON));
  }

  private void keep(PatronId patron, Registration registration)
      throws SQLException, StoreDamagedException {
    var details = TakenDetails.of(registration.details(), library);
    if (details.isPresent()) {
      Optional<PersonRecord> before = tables.persons().find(patron);
      tables.persons().put(patron, keeping(details.get(), registration.telephone(), before));
    }
  }

  /** What a form leaves out is not said to be gone: a counter never asks for the sex. */
  private PersonRecord keeping(
      PersonDetails told, String telephone, Optional<PersonRecord> before) {
    PersonDetails filled = new PersonDetails(
        told.name(),
        told.address(),
        told.birthDate(),
        told.sex().or(() -> before.flatMap(record -> record.details().sex())));
    return new PersonRecord(
        TakenDetails.of(filled, library).orElse(told),
        Optional.of(telephone)
            .filter(number -> !number.isEmpty())
            .or(() -> before.flatMap(PersonRecord::telephone)));
  }

  /** Why there is no record to show or to erase. A record outlives the setting that made it. */
  private Optional<CounterRefusal> withoutRecord(PatronId patron) throws SQLException {
    if (tables.persons().has(patron)) {
      return Optional.empty();
    }
    if (!tables.patrons().knows(patron)) {
      return Optional.of(CounterRefusal.UNKNOWN_PATRON);
    }
    return Optional.of(
        TakenDetails.any(library) ? CounterRefusal.NO_PERSON_KEPT : CounterRefusal.NOT_OFFERED);
  }
}
