package org.kashidashi.kiosk.counter;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.CounterReply.Ok;
import org.kashidashi.sync.registry.counter.CounterReply.Refused;
import org.kashidashi.sync.registry.counter.FormKey;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.Linked;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffCase;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** A registry in memory, strict about tickets, roles, challenges and signatures. */
final class SimulatedCounterRegistry implements CounterRegistry {
  static final StaffName STAFF = new StaffName("madoguchi");
  static final String PASSWORD = "correct horse battery";
  private static final int LOCK_AFTER = 3;

  private final Clock clock;
  private final Map<PatronId, CounterPatron> patrons =
      new TreeMap<>((one, other) -> one.number().compareTo(other.number()));
  private final Map<PatronId, PersonRecord> persons = new HashMap<>();
  private final Set<ItemBarcode> onLoan = new HashSet<>();

  /** A moment ago. */
  private final Set<ItemBarcode> takenBack = new HashSet<>();

  private final List<StaffCase> cases = new ArrayList<>();
  private final Set<PatronId> oldLinks = new HashSet<>();
  private final List<LinkApplication> applications = new ArrayList<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Set<Optional<FormKey>> forms = new HashSet<>();
  private final List<String> calls = new ArrayList<>();
  private Set<StaffRole> roles = Set.of(StaffRole.values());
  private Optional<StaffTicket> ticket = Optional.empty();
  private Optional<LinkChallenge> challenge = Optional.empty();
  private Optional<CounterRefusal> refusal = Optional.empty();
  private List<String> places = List.of();
  private int challenges;
  private int wrong;
  private Loss loss = Loss.NONE;

  /** What the line to the registry loses. */
  enum Loss {
    NONE,
    /** Nothing gets through. */
    QUESTION,
    /** The next thing is done, and its answer lost. */
    ANSWER,
    /** The next thing is not done so far, and nobody says so. */
    DEED
  }

  SimulatedCounterRegistry(Clock clock) {
    this.clock = clock;
  }

  SimulatedCounterRegistry patron(String number, LocalDate expires) {
    patrons.put(new PatronId(number), counterPatron(number, expires));
    return this;
  }

  SimulatedCounterRegistry linked(String number, LocalDate day) {
    CounterPatron known = Objects.requireNonNull(patrons.get(new PatronId(number)));
    patrons.put(
        new PatronId(number),
        new CounterPatron(known.standing(), Optional.of(day), known.renewableFrom(), false));
    return this;
  }

  SimulatedCounterRegistry oldLink(String number) {
    oldLinks.add(new PatronId(number));
    return this;
  }

  SimulatedCounterRegistry onLoan(String item) {
    onLoan.add(new ItemBarcode(item));
    return this;
  }

  SimulatedCounterRegistry staffCase(StaffCase filed) {
    cases.add(filed);
    return this;
  }

  SimulatedCounterRegistry keeps(String number, PersonRecord person) {
    persons.put(new PatronId(number), person);
    return this;
  }

  SimulatedCounterRegistry roles(StaffRole... allowed) {
    roles = Set.of(allowed);
    return this;
  }

  /** From now on, links and registrations are refused for this. */
  SimulatedCounterRegistry refuses(CounterRefusal reason) {
    refusal = Optional.of(reason);
    return this;
  }

  /** Links are made elsewhere alone. */
  SimulatedCounterRegistry linksAt(String... sites) {
    refusal = Optional.of(CounterRefusal.NOT_AT_THIS_SITE);
    places = List.of(sites);
    return this;
  }

  void lose(Loss what) {
    loss = what;
  }

  /** The ticket is over, as after a night. */
  void forgetTicket() {
    ticket = Optional.empty();
  }

  Optional<LocalDate> linkedOn(String number) {
    return Objects.requireNonNull(patrons.get(new PatronId(number))).linkedOn();
  }

  List<LinkApplication> applications() {
    return applications;
  }

  /** Applications for a library card alone, as they came. */
  List<Registration> registrations() {
    return registrations;
  }

  /** The keys of the forms that came, each once. */
  Set<Optional<FormKey>> forms() {
    return forms;
  }

  List<String> calls() {
    return calls;
  }

  int open() {
    return cases.size();
  }

  boolean isSignedIn() {
    return ticket.isPresent();
  }

  @Override
  public CounterReply<StaffTicket> signIn(StaffName name, char[] password) {
    if (loss == Loss.QUESTION) {
      return new CounterReply.Unreachable<>("no line");
    }
    if (wrong >= LOCK_AFTER) {
      return new Refused<>(CounterRefusal.LOCKED_OUT);
    }
    if (!name.equals(STAFF) || !Arrays.equals(password, PASSWORD.toCharArray())) {
      wrong++;
      return new Refused<>(CounterRefusal.WRONG_SIGN_IN);
    }
    wrong = 0;
    ticket = Optional.of(new StaffTicket(name, roles, "secret-" + calls.size()));
    return new Ok<>(ticket.get());
  }

  @Override
  public CounterReply<Done> signOut(StaffTicket shown) {
    ticket = Optional.empty();
    return new Ok<>(new Done());
  }

  private interface Work<T> {
    CounterReply<T> run();
  }

  private <T> CounterReply<T> asked(
      StaffTicket shown, Set<StaffRole> needed, String what, Work<T> work) {
    calls.add(what);
    if (loss == Loss.QUESTION) {
      return new CounterReply.Unreachable<>("no line");
    }
    if (!ticket.equals(Optional.of(shown))) {
      return new CounterReply.NotSignedIn<>();
    }
    if (needed.stream().noneMatch(shown.roles()::contains)) {
      return new CounterReply.NotAllowed<>();
    }
    boolean changes = !Set.of("patron", "person", "challenge", "cases").contains(what);
    if (loss == Loss.DEED && changes) {
      loss = Loss.NONE;
      return new CounterReply.Unreachable<>("answer lost");
    }
    CounterReply<T> reply = work.run();
    if (loss == Loss.ANSWER && changes) {
      loss = Loss.NONE;
      return new CounterReply.Unreachable<>("answer lost");
    }
    return reply;
  }

  @Override
  public CounterReply<CounterPatron> patron(StaffTicket shown, PatronId patron) {
    return asked(shown, Set.of(StaffRole.values()), "patron", () -> found(patron));
  }

  private CounterReply<CounterPatron> found(PatronId patron) {
    CounterPatron known = patrons.get(patron);
    return known == null ? new Refused<>(CounterRefusal.UNKNOWN_PATRON) : new Ok<>(known);
  }

  @Override
  public CounterReply<PersonRecord> person(StaffTicket shown, PatronId patron) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "person", () -> {
      PersonRecord kept = persons.get(patron);
      return kept == null ? new Refused<>(CounterRefusal.NO_PERSON_KEPT) : new Ok<>(kept);
    });
  }

  @Override
  public CounterReply<Done> erasePerson(StaffTicket shown, PatronId patron) {
    return asked(
        shown,
        Set.of(StaffRole.SUPERVISION),
        "erase",
        () -> persons.remove(patron) == null
            ? new Refused<>(CounterRefusal.NO_PERSON_KEPT)
            : new Ok<>(new Done()));
  }

  @Override
  public CounterReply<LinkChallenge> challenge(StaffTicket shown) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "challenge", () -> {
      challenges++;
      byte[] bytes = new byte[LinkChallenge.BYTES];
      Arrays.fill(bytes, (byte) challenges);
      challenge = Optional.of(new LinkChallenge(bytes));
      return new Ok<>(challenge.get());
    });
  }

  @Override
  public CounterReply<Linked> link(StaffTicket shown, LinkApplication application) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "link", () -> linked(application));
  }

  private CounterReply<Linked> linked(LinkApplication application) {
    if (challenge.isEmpty()
        || !Arrays.equals(challenge.get().bytes(), application.proof().challenge())) {
      return new Refused<>(CounterRefusal.CHALLENGE_OVER);
    }
    challenge = Optional.empty();
    if (!fits(application.proof())) {
      return new Refused<>(CounterRefusal.PROOF_WRONG);
    }
    if (!application.consent()) {
      return new Refused<>(CounterRefusal.NO_CONSENT);
    }
    if (refusal.isPresent()) {
      return new Refused<>(refusal.get(), places);
    }
    applications.add(application);
    return switch (application.holder()) {
      case Holder.HasCard(PatronId patron, var shown) ->
        shown == LinkApplication.Shown.TYPED_NUMBER
            ? new Refused<>(CounterRefusal.NO_LIBRARY_CARD)
            : link(patron);
      case Holder.Migrating(PatronId patron, var _) ->
        oldLinks.remove(patron) ? link(patron) : new Refused<>(CounterRefusal.NOTHING_TO_MIGRATE);
      case Holder.Newcomer _ -> {
        patron("9999900997", LocalDate.now(clock).plusYears(3));
        yield link(new PatronId("9999900997"));
      }
    };
  }

  private CounterReply<Linked> link(PatronId patron) {
    CounterPatron known = patrons.get(patron);
    if (known == null) {
      return new Refused<>(CounterRefusal.UNKNOWN_PATRON);
    }
    CounterPatron linked = new CounterPatron(
        known.standing(), Optional.of(LocalDate.now(clock)), known.renewableFrom(), false);
    patrons.put(patron, linked);
    return new Ok<>(new Linked(linked, IdentifierKind.USER_IDENTIFIER));
  }

  @Override
  public CounterReply<Done> unlink(StaffTicket shown, PatronId patron, UnlinkReason reason) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "unlink " + reason, () -> {
      CounterPatron known = patrons.get(patron);
      if (known == null) {
        return new Refused<>(CounterRefusal.UNKNOWN_PATRON);
      }
      boolean old = oldLinks.remove(patron);
      if (known.linkedOn().isEmpty() && !old) {
        return new Refused<>(CounterRefusal.NOT_LINKED);
      }
      patrons.put(
          patron,
          new CounterPatron(known.standing(), Optional.empty(), known.renewableFrom(), false));
      return new Ok<>(new Done());
    });
  }

  @Override
  public CounterReply<CounterPatron> register(StaffTicket shown, Registration registration) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "register", () -> {
      registrations.add(registration);
      forms.add(registration.key());
      patron("9999900997", LocalDate.now(clock).plusYears(3));
      return found(new PatronId("9999900997"));
    });
  }

  @Override
  public CounterReply<CounterPatron> renew(StaffTicket shown, PatronId patron, Registration seen) {
    return asked(shown, Set.of(StaffRole.REGISTRATION), "renew", () -> {
      CounterPatron known = patrons.get(patron);
      if (known == null) {
        return new Refused<>(CounterRefusal.UNKNOWN_PATRON);
      }
      if (LocalDate.now(clock).isBefore(known.renewableFrom())) {
        return new Refused<>(CounterRefusal.TOO_EARLY_TO_RENEW);
      }
      patron(patron.number(), known.standing().expires().plusYears(3));
      return found(patron);
    });
  }

  @Override
  public CounterReply<List<StaffCase>> cases(StaffTicket shown) {
    return asked(shown, Set.of(StaffRole.values()), "cases", () -> new Ok<>(List.copyOf(cases)));
  }

  @Override
  public CounterReply<Done> settle(StaffTicket shown, String staffCase) {
    return asked(
        shown,
        Set.of(StaffRole.SUPERVISION),
        "settle",
        () -> cases.removeIf(filed -> filed.id().equals(staffCase))
            ? new Ok<>(new Done())
            : new Refused<>(CounterRefusal.UNKNOWN_CASE));
  }

  @Override
  public CounterReply<CheckedIn> checkIn(StaffTicket shown, ItemBarcode item) {
    return asked(shown, Set.of(StaffRole.CIRCULATION), "check-in", () -> {
      if (onLoan.remove(item)) {
        takenBack.add(item);
      }
      return takenBack.contains(item)
          ? new Ok<>(new CheckedIn(new Item(item, "見本の本", ItemClass.STANDARD), false))
          : new Refused<>(CounterRefusal.NOT_ON_LOAN);
    });
  }

  private static boolean fits(PinProof proof) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(proof.certificate().der())));
      signature.update(proof.challenge());
      return signature.verify(proof.signature());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("the proof is no proof", e);
    }
  }

  private CounterPatron counterPatron(String number, LocalDate expires) {
    PatronStanding standing = new PatronStanding(
        new PatronId(number), expires, Renewal.AT_COUNTER, Set.of(), 0, 30, 15, clock.instant());
    return new CounterPatron(standing, Optional.empty(), expires.minusMonths(1), false);
  }
}
