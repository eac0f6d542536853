package org.kashidashi.kiosk.diagnosis.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.sync.ils.central.CentralProbe;

/**
 * Follows the line to the library system, from the cable to its answer, up to the first thing that
 * is wrong.
 */
public final class NetworkCheck implements CheckRun {
  private static final Duration NAME_LIMIT = Duration.ofSeconds(5);
  private static final int CONNECT_MILLISECONDS = 3_000;
  private static final int TLS_PORT = 443;
  private static final int PLAIN_PORT = 80;

  /** From here on, certificates and due dates are judged wrongly. */
  private static final Duration CLOCK_LIMIT = Duration.ofMinutes(2);

  private static final double SLOW_MILLISECONDS = 1_000;
  private static final double NANOS = 1e6;

  private final Machine machine;

  public NetworkCheck(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws InterruptedException {
    List<Fact> facts = new ArrayList<>();
    String host = String.valueOf(machine.central().address().getHost());
    facts.add(Fact.text(Subject.CENTRAL, host));
    Optional<InetAddress> address = resolved(host);
    boolean near = address.filter(InetAddress::isLoopbackAddress).isPresent();
    Cause cable = near ? Cause.NONE : machine.interfaces().trouble();
    if (cable != Cause.NONE) {
      return bad(Part.NETWORK, cable, facts);
    }
    if (address.isEmpty()) {
      return bad(Part.NETWORK, Cause.NAME_NOT_FOUND, facts);
    }
    facts.add(Fact.text(Subject.ADDRESS, address.get().getHostAddress()));
    return connects(address.get())
        ? asked(facts)
        : bad(Part.CENTRAL, Cause.CENTRAL_NOT_REACHED, facts);
  }

  /** The line stands; what remains is who answers, and what. */
  private Condition asked(List<Fact> facts) {
    CentralProbe probe = machine.central().probe().get();
    double milliseconds = probe.took().toNanos() / NANOS;
    Instant now = machine.clock().instant();
    facts.add(Fact.number(Subject.ANSWER_TIME, milliseconds));
    Optional<Double> offset =
        probe.said().map(said -> (double) Duration.between(said, now).toSeconds());
    offset.ifPresent(seconds -> facts.add(Fact.number(Subject.TIME_OFF, seconds)));
    Optional<Long> own = machine.identityLeft().map(Duration::toDays);
    own.ifPresent(days -> facts.add(Fact.number(Subject.IDENTITY_DAYS, (double) days)));
    probe
        .centralUntil()
        .map(end -> Duration.between(now, end).toDays())
        .ifPresent(days -> facts.add(
            new Fact(Subject.IDENTITY_DAYS, "central", new Fact.Value.Quantity((double) days))));
    return switch (probe.outcome()) {
      case ANSWERED -> answered(facts, milliseconds, offset, own, probe.closed());
      case NOT_ENROLLED -> bad(Part.IDENTITY, Cause.NOT_ENROLLED, facts);
      case REVOKED -> bad(Part.IDENTITY, Cause.IDENTITY_REVOKED, facts);
      case EXPIRED -> bad(Part.IDENTITY, Cause.IDENTITY_EXPIRED, facts);
      case REFUSED -> bad(Part.CENTRAL, Cause.CENTRAL_REFUSES, facts);
      case NOT_TRUSTED -> bad(Part.CENTRAL, Cause.CENTRAL_NOT_TRUSTED, facts);
      case NOT_REACHED -> bad(Part.CENTRAL, Cause.CENTRAL_NOT_REACHED, facts);
    };
  }

  private static Condition answered(
      List<Fact> facts,
      double milliseconds,
      Optional<Double> offset,
      Optional<Long> identityDays,
      boolean closed) {
    if (offset.filter(seconds -> Math.abs(seconds) > CLOCK_LIMIT.toSeconds()).isPresent()) {
      return bad(Part.CLOCK, Cause.CLOCK_OFF, facts);
    }
    if (identityDays.filter(days -> days <= Machine.IDENTITY_DAYS_SOON).isPresent()) {
      return doubtful(Part.IDENTITY, Cause.IDENTITY_ENDS_SOON, facts);
    }
    if (closed) {
      return doubtful(Part.CENTRAL, Cause.CLOSED_BY_LIBRARY, facts);
    }
    return milliseconds > SLOW_MILLISECONDS
        ? doubtful(Part.CENTRAL, Cause.CENTRAL_SLOW, facts)
        : Condition.good(Part.NETWORK, facts.toArray(Fact[]::new));
  }

  /** On a thread of its own, since nothing else ends the resolution of a name. */
  private static Optional<InetAddress> resolved(String host) throws InterruptedException {
    FutureTask<InetAddress> asking = new FutureTask<>(() -> InetAddress.getByName(host));
    Thread _ = Thread.ofPlatform().name("name").daemon().start(asking);
    try {
      return Optional.of(asking.get(NAME_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownHostException) {
        return Optional.empty();
      }
      throw new IllegalStateException("the name '%s' cannot be asked for".formatted(host), failure);
    } catch (TimeoutException _) {
      return Optional.empty();
    }
  }

  private boolean connects(InetAddress address) {
    int usual = "https".equals(machine.central().address().getScheme()) ? TLS_PORT : PLAIN_PORT;
    int port =
        machine.central().address().getPort() > 0 ? machine.central().address().getPort() : usual;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLISECONDS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Condition bad(Part part, Cause cause, List<Fact> facts) {
    return Condition.bad(part, cause, facts.toArray(Fact[]::new));
  }

  private static Condition doubtful(Part part, Cause cause, List<Fact> facts) {
    return Condition.doubtful(part, cause, facts.toArray(Fact[]::new));
  }
}
