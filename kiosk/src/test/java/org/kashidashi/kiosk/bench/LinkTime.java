package org.kashidashi.kiosk.bench;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.TestCard;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.registry.counter.UnlinkReason;
import org.kashidashi.sync.registry.http.HttpCounterRegistry;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/**
 * What the machines take for one whole link: signing in, looking at the patron, a challenge, the
 * link, all over HTTP against the real central and the simulated authority. The card's own time, and
 * that of the people, come on top.
 */
final class LinkTime implements Figure {
  private static final String NAME = "link.seconds_of_machine_time";
  private static final int ROUNDS = 20;
  private static final int WARM_UP = 3;
  private static final double GOAL_SECONDS = 2;
  private static final PatronId PATRON = new PatronId("9999900120");
  private static final StaffName STAFF = new StaffName("bench");
  private static final char[] PASSWORD = "a long enough password".toCharArray();
  private static final String PERSONS = """
      subject,answer,identifier,signature,name,address,birth_date,sex
      TARO,USER_IDENTIFIER,SIM-USER-9001,VALID,貸出 太郎,見本県見本市1-1,1990-03-01,OTHER
      """;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    Clock clock = DemoStation.clock();
    CentralConfig config = DemoLibrary.counterConfig(folder, 0);
    DemoLibrary.load(config);
    DemoLibrary.addStaff(config, STAFF, PASSWORD, EnumSet.allOf(StaffRole.class));
    SimulatedAuthority authority =
        SimulatedAuthority.of(new StringReader(PERSONS), Duration.ofSeconds(5));
    TestCard card = new TestCard("TARO");
    try (CentralServer server = CentralServer.start(config, clock, authority);
        CentralExchange exchange = new CentralExchange(
            CentralSettings.of(URI.create("http://127.0.0.1:" + server.port()), "c1"),
            new Circuit(clock, Duration.ofSeconds(5)))) {
      CounterRegistry registry = new HttpCounterRegistry(exchange, clock);
      long start = System.nanoTime();
      StaffTicket ticket = ok(registry.signIn(STAFF, PASSWORD.clone()));
      long signIn = System.nanoTime() - start;
      ok(registry.unlink(ticket, PATRON, UnlinkReason.NOT_WANTED));
      long[] links = new long[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        long nanoseconds = link(registry, ticket, card);
        if (round >= 0) {
          links[round] = nanoseconds;
        }
        ok(registry.unlink(ticket, PATRON, UnlinkReason.NOT_WANTED));
      }
      Samples samples = new Samples(links);
      double seconds = (samples.p95() + signIn / 1e6) / 1000;
      return List.of(Measurement.atMost(
          NAME,
          seconds,
          "s",
          GOAL_SECONDS,
          "p95 of a link %.1f ms, median %.1f ms, and one sign-in %.0f ms; card aside"
              .formatted(samples.p95(), samples.median(), signIn / 1e6)));
    }
  }

  private static long link(CounterRegistry registry, StaffTicket ticket, TestCard card)
      throws Exception {
    long start = System.nanoTime();
    ok(registry.patron(ticket, PATRON));
    byte[] challenge = ok(registry.challenge(ticket)).bytes();
    long signing = System.nanoTime();
    PinProof proof = card.proof(challenge);
    long signed = System.nanoTime();
    ok(registry.link(
        ticket,
        new LinkApplication(
            new Holder.HasCard(PATRON, Shown.LIBRARY_CARD), true, true, proof, Optional.empty())));
    return System.nanoTime() - start - (signed - signing);
  }

  private static <T> T ok(CounterReply<T> reply) {
    if (reply instanceof CounterReply.Ok<T> ok) {
      return ok.value();
    }
    throw new IllegalStateException("the counter is answered " + reply);
  }
}
