package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.sync.registry.Authority;

/** Answers kiosks over HTTP, each request on a virtual thread of its own. */
public final class HttpService implements AutoCloseable {
  private static final int BACKLOG = 64;

  /** Makes the platform's server. */
  private interface Binder {
    HttpServer bind(InetSocketAddress address) throws IOException;
  }

  /** What is being answered may finish; kiosks send the rest again. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final HttpServer server;
  private final Admissions admissions;
  private final ExecutorService threads;

  private HttpService(HttpServer server, Admissions admissions, ExecutorService threads) {
    this.server = server;
    this.admissions = admissions;
    this.threads = threads;
  }

  /**
   * Starts at once. Closing does not close the store.
   *
   * @param authority who a person is, asked when a link is made
   * @param version for the health answer
   */
  public static HttpService start(
      InetSocketAddress address,
      CentralStore store,
      RegistryRules rules,
      Authority authority,
      Clock clock,
      String version)
      throws ListenException {
    return start(
        address,
        bound -> HttpServer.create(bound, BACKLOG),
        Routes.of(store, CounterDesks.of(store, rules, authority, clock), clock, version),
        new OpenGate());
  }

  /**
   * As the other, but over TLS, for kiosks that authenticate.
   *
   * @param names by which kiosks call central
   */
  public static HttpService startSecured(
      InetSocketAddress address,
      CentralStore store,
      KioskIdentities identities,
      RegistryRules rules,
      Authority authority,
      List<String> names,
      Clock clock,
      String version)
      throws ListenException {
    return start(
        address,
        bound -> {
          HttpsServer server = HttpsServer.create(bound, BACKLOG);
          server.setHttpsConfigurator(new KioskConnections(identities.tls(names)));
          return server;
        },
        Routes.of(
            store, identities, CounterDesks.of(store, rules, authority, clock), clock, version),
        new CertificateGate(identities, new LastSeen(store.kiosks()), clock));
  }

  private static HttpService start(
      InetSocketAddress address, Binder binder, List<Route> routes, Gate gate)
      throws ListenException {
    HttpLimits.apply();
    Admissions admissions = Admissions.make();
    try {
      HttpServer server = binder.bind(address);
      ExecutorService threads = Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("central-http-", 0).factory());
      server.setExecutor(threads);
      server.createContext("/", new Router(routes, gate, admissions));
      server.start();
      return new HttpService(server, admissions, threads);
    } catch (IOException e) {
      throw new ListenException(
          "cannot listen on %s port %d: stop the other program there, or set another listen.port"
              .formatted(address.getHostString(), address.getPort()),
          e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    try {
      // The server's own waiting sometimes waits for connections on which nobody asks anything.
      admissions.close(CLOSING);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.close();
  }
}
