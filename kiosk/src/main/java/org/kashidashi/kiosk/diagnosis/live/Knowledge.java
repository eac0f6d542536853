package org.kashidashi.kiosk.diagnosis.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.QueueFacts;

/** What is known of each topic, out of memory and of small files of the kernel. Any thread. */
public final class Knowledge {
  private static final String START = "start";
  private static final List<Part> DEVICES = List.of(
      Part.READER,
      Part.SCANNER,
      Part.DISPLAY,
      Part.TOUCH,
      Part.PRINTER,
      Part.LAMPS,
      Part.SOUND,
      Part.KEYBOARDS);

  private final Surroundings around;
  private final MachineFacts machine;
  private final Sightings sightings;
  private final Tally tally;
  private final Map<Part, String> names;
  private final Supplier<String> screen;
  private final long startNanos;

  /**
   * @param names what the operator calls a device
   * @param screen what the panel says, in one line without anything of a patron
   */
  public Knowledge(
      Surroundings around,
      Sightings sightings,
      Tally tally,
      Map<Part, String> names,
      Supplier<String> screen) {
    this.around = around;
    this.machine = new MachineFacts(around.machine());
    this.sightings = sightings;
    this.tally = tally;
    this.names = Map.copyOf(names);
    this.screen = screen;
    this.startNanos = around.nanoTime().getAsLong();
  }

  List<Fact> of(Topic topic, HealthBook book) {
    return switch (topic) {
      case STATUS -> status(book);
      case VERSION -> machine.version();
      case DEVICES -> devices();
      case QUEUE ->
        book.counts().map(counts -> QueueFacts.facts(counts, around.clock())).orElse(List.of());
      case COUNTERS -> counters();
      case ERRORS -> errors();
      case CLOCK -> machine.clock();
      case NETWORK -> network();
      case SENSORS -> machine.sensors();
      case DISK -> machine.disk();
      case MEMORY ->
        Stream.concat(machine.process().stream(), machine.memory().stream()).toList();
    };
  }

  private List<Fact> status(HealthBook book) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.text(Subject.MODE, book.health().mode().name()));
    facts.add(QueueFacts.span(
        Subject.RUNNING_FOR, Duration.ofNanos(around.nanoTime().getAsLong() - startNanos)));
    facts.add(Fact.text(Subject.SCREEN, screen.get()));
    book.counts().ifPresent(counts -> {
      facts.add(Fact.number(Subject.WAITING, counts.pending()));
      facts.add(Fact.number(Subject.PARKED, counts.parked()));
    });
    return facts;
  }

  private List<Fact> devices() {
    List<Fact> facts = new ArrayList<>();
    for (Part part : DEVICES) {
      Optional<Sightings.Seen> seen = sightings.of(part);
      if (seen.isEmpty() || seen.get().condition().standing() == Standing.ABSENT) {
        continue;
      }
      String of = part.name();
      facts.add(new Fact(Subject.DEVICE, of, new Fact.Value.Text(names.getOrDefault(part, ""))));
      boolean there = seen.get().condition().standing() != Standing.BAD;
      facts.add(new Fact(Subject.PRESENT, of, new Fact.Value.Flag(there)));
      facts.add(new Fact(Subject.SINCE, of, new Fact.Value.Moment(seen.get().since())));
    }
    return facts;
  }

  private List<Fact> counters() {
    List<Fact> facts = new ArrayList<>();
    tally.inAll().ifPresent(sum -> add(facts, "", sum));
    add(facts, START, tally.since());
    return facts;
  }

  private static void add(List<Fact> facts, String of, Tally.Sum sum) {
    facts.add(count(Subject.LOANS, of, sum.loans()));
    facts.add(count(Subject.SESSIONS, of, sum.sessions()));
    facts.add(count(Subject.TIMED_OUT, of, sum.timedOut()));
    facts.add(count(Subject.REFUSALS, of, sum.refusals()));
    facts.add(count(Subject.FAULTS, of, sum.faults()));
  }

  private List<Fact> errors() {
    List<Fact> facts = new ArrayList<>();
    boolean complete = tally.inAll().isPresent();
    tally.codes().forEach((code, times) -> {
      Subject subject = code.startsWith("E-3") ? Subject.FAULTS : Subject.REFUSALS;
      if (complete) {
        facts.add(count(subject, code, times.before() + times.since()));
      }
      facts.add(count(subject, code + " " + START, times.since()));
      if (times.last().isAfter(Instant.MIN)) {
        facts.add(new Fact(Subject.LAST, code, new Fact.Value.Moment(times.last())));
      }
    });
    return facts;
  }

  private List<Fact> network() {
    List<Fact> facts = new ArrayList<>(machine.network());
    sightings
        .of(Part.CENTRAL)
        .ifPresent(seen -> facts.add(new Fact(
            Subject.CENTRAL_ANSWERS,
            "",
            new Fact.Value.Flag(seen.condition().standing() == Standing.GOOD))));
    return facts;
  }

  private static Fact count(Subject subject, String of, long number) {
    return new Fact(subject, of, new Fact.Value.Quantity((double) number));
  }
}
