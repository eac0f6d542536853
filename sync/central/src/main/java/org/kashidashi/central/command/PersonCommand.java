package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.time.Clock;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.KeptOfPatron;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.PersonRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or erases what is kept of a person, for whoever asks the library; it is written down. */
@Command(name = "person", description = "Show or erase what is kept of a person.")
final class PersonCommand implements Runnable {
  private final Clock clock;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  PersonCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: show or erase");
  }

  @Command(name = "show", description = "Print all that is kept of a person.")
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PATRON", description = "The library card number.") String patron)
      throws ConfigMistakesException, StoreException {
    PatronId number = number(patron);
    CentralConfig settings = config.read();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      return switch (store
          .counterPatrons(settings.registry())
          .person(step(StaffAction.LOOK_AT_PERSON), number)) {
        case Verdict.Granted<PersonRecord> granted -> {
          print(granted.value());
          yield shown(store.counterPatrons(settings.registry()).kept(number));
        }
        case Verdict.Refused<PersonRecord> refused
        when refused.refusal() == CounterRefusal.UNKNOWN_PATRON -> refused(refused.refusal());
        case Verdict.Refused<PersonRecord> _ -> {
          out().println("no name, address or birth date is kept");
          yield shown(store.counterPatrons(settings.registry()).kept(number));
        }
      };
    }
  }

  @Command(name = "erase", description = "Erase the record; the link and the loans stay.")
  int erase(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "PATRON", description = "The library card number.") String patron)
      throws ConfigMistakesException, StoreException {
    PatronId number = number(patron);
    CentralConfig settings = config.read();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      return switch (store
          .counterPatrons(settings.registry())
          .erasePerson(step(StaffAction.ERASE_PERSON), number)) {
        case Verdict.Granted<CounterRegistry.Done> _ -> {
          out().println("the record is erased; backups may still hold it");
          yield ExitCode.OK;
        }
        case Verdict.Refused<CounterRegistry.Done> refused -> refused(refused.refusal());
      };
    }
  }

  private int shown(KeptOfPatron kept) {
    out()
        .printf("link        %s%n", kept.linkedOn().map(day -> "made on " + day).orElse("none"));
    out().printf("card key    %s%n", kept.cardKey() ? "kept" : "none");
    out().printf("old link    %s%n", kept.oldMethod() ? "a keyed digest, to be migrated" : "none");
    out().printf("on loan     %d items%n", kept.loansOut());
    out().flush();
    return ExitCode.OK;
  }

  private void print(PersonRecord person) {
    out().printf("name        %s%n", person.details().name());
    out().printf("address     %s%n", person.details().address());
    out().printf("birth date  %s%n", person.details().birthDate());
    person.details().sex().ifPresent(sex -> out().printf("sex         %s%n", sex));
    person.telephone().ifPresent(number -> out().printf("telephone   %s%n", number));
  }

  private int refused(CounterRefusal refusal) {
    spec.commandLine()
        .getErr()
        .println(
            refusal == CounterRefusal.UNKNOWN_PATRON
                ? "there is no such library card"
                : "nothing is kept of the holder of this library card");
    return ExitCode.STAFF;
  }

  private PatronId number(String patron) {
    try {
      return new PatronId(patron);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private StaffStep step(StaffAction action) {
    return StaffStep.ofOperator(action, clock.instant());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
