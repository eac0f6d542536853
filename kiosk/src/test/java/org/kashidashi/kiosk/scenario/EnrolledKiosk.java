package org.kashidashi.kiosk.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.ils.Presence;
import org.kashidashi.sync.ils.central.CentralConnector;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.ils.central.Credentials;
import org.kashidashi.sync.ils.central.Enrolment;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.CertainTime;
import org.kashidashi.sync.ils.central.identity.EnrolmentCode;
import org.kashidashi.sync.ils.central.identity.IdentityFile;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.MistypedCodeException;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;

/** The real central with TLS on the loopback, and the kiosk's side of the line, each its clock. */
final class EnrolledKiosk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  static final String KIOSK = "k1";

  /** Real time, since the line is real: a busy machine must not make a good line look bad. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final PatronId PATRON = new PatronId("9999900120");

  private final SetClock centralClock = new SetClock(NOW);
  private final SetClock kioskClock;
  private final AtomicLong nanos = new AtomicLong();
  private final CentralServer server;
  private final Credentials credentials;
  private final CentralSettings settings;
  private final CentralExchange exchange;
  private final CentralConnector connector;
  private int loans;

  EnrolledKiosk(Path folder, Instant kioskTime, ClockState state) throws Exception {
    kioskClock = new SetClock(kioskTime);
    server = DemoLibrary.startSecured(
        Files.createDirectories(folder.resolve("central")),
        "127.0.0.1",
        0,
        List.of("127.0.0.1"),
        centralClock);
    Path directory = Files.createDirectories(folder.resolve("kiosk"));
    credentials = new Credentials(
        new IdentityFile(directory),
        new CertainTime(kioskClock, () -> state),
        nanos::get,
        new SecureRandom());
    settings = new CentralSettings(
        URI.create("https://127.0.0.1:" + server.port()), KIOSK, BUDGET, BUDGET);
    exchange = new CentralExchange(settings, new Circuit(centralClock, PAUSE), credentials);
    connector = new CentralConnector(exchange, kioskClock);
  }

  CentralServer server() {
    return server;
  }

  SetClock kioskClock() {
    return kioskClock;
  }

  CentralSettings settings() {
    return settings;
  }

  /** Time passes in the whole world. */
  void pass(Duration time) {
    centralClock.pass(time);
    kioskClock.pass(time);
    nanos.addAndGet(time.toNanos());
  }

  void enrol() throws Exception {
    enrol(server.enrolmentCode(KIOSK));
  }

  void enrol(String code) throws EnrolmentException, IdentityFileException, MistypedCodeException {
    new Enrolment(settings, credentials).enrol(EnrolmentCode.typed(code));
  }

  boolean reachable() {
    return connector.presence() != Presence.AWAY;
  }

  /** Whether central answers about a patron. */
  boolean asks() {
    return connector.patron(PATRON) instanceof IlsReply.Found<?>;
  }

  /** A loan of the next item is sent, and central takes it. */
  boolean delivers() {
    return deliver() instanceof Delivery.Answered;
  }

  Delivery deliver() {
    loans++;
    return connector.deliver(List.of(new OutboxEntry(
        new IdempotencyKey(KIOSK, "0123456789abcdef", 1, loans),
        OutboxEntry.SCHEMA,
        PATRON,
        new ItemBarcode("1000000016"),
        NOW,
        ClockState.UNKNOWN,
        Optional.empty(),
        Set.of(),
        Optional.empty())));
  }

  IdentityFile identity() {
    return credentials.file();
  }

  @Override
  public void close() throws IOException {
    exchange.close();
    try {
      server.close();
    } catch (StoreException e) {
      throw new IOException(e);
    }
  }
}
