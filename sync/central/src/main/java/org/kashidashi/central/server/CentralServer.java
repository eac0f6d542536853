package org.kashidashi.central.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.desk.NoAuthority;
import org.kashidashi.central.http.HttpService;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.RunningLock;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.Authority;

/** A running central, in this process. */
public final class CentralServer implements AutoCloseable {
  private final RunningLock lock;
  private final CentralStore store;
  private final Optional<KioskIdentities> identities;
  private final Clock clock;
  private final HttpService service;

  private CentralServer(
      RunningLock lock,
      CentralStore store,
      Optional<KioskIdentities> identities,
      Clock clock,
      HttpService service) {
    this.lock = lock;
    this.store = store;
    this.identities = identities;
    this.clock = clock;
    this.service = service;
  }

  /**
   * Opens the database, making it if it is not there, and listens. The caller closes.
   *
   * @param config its port may be 0 for any that is free
   */
  public static CentralServer start(CentralConfig config, Clock clock)
      throws StoreException, ListenException {
    return start(config, clock, new NoAuthority());
  }

  /**
   * As the other.
   *
   * @param authority who a person is, asked when a link is made
   */
  public static CentralServer start(CentralConfig config, Clock clock, Authority authority)
      throws StoreException, ListenException {
    RunningLock lock = RunningLock.take(config.database());
    try {
      return start(config, clock, authority, lock);
    } catch (StoreException | ListenException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static CentralServer start(
      CentralConfig config, Clock clock, Authority authority, RunningLock lock)
      throws StoreException, ListenException {
    CentralStore store = CentralStore.open(config.storeSettings());
    try {
      String version = Version.ofThisProgram();
      if (config.tls().isEmpty()) {
        InetSocketAddress address = loopback(config.listen());
        HttpService service =
            HttpService.start(address, store, config.registry(), authority, clock, version);
        return new CentralServer(lock, store, Optional.empty(), clock, service);
      }
      KioskIdentities identities = Identities.open(config, store, clock);
      List<String> names = config.tls().get().names();
      HttpService service = HttpService.startSecured(
          address(config.listen()),
          store,
          identities,
          config.registry(),
          authority,
          names,
          clock,
          version);
      return new CentralServer(lock, store, Optional.of(identities), clock, service);
    } catch (StoreException | ListenException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  public int port() {
    return service.port();
  }

  /**
   * The code that lets this kiosk enrol, once, within a day; an earlier one is good no more.
   *
   * @throws IllegalStateException if kiosks do not authenticate to this central
   */
  public String enrolmentCode(String kiosk) throws StoreException {
    return identities
        .orElseThrow(() -> new IllegalStateException("central was started without TLS"))
        .invite(kiosk);
  }

  /** Whether there is such a kiosk; from now on it is refused. */
  public boolean revoke(String kiosk) throws StoreException {
    return store.kiosks().revoke(kiosk, clock.instant());
  }

  /** Lets requests that are being answered finish, then closes the database. */
  @Override
  public void close() throws StoreException {
    try (lock;
        store) {
      service.close();
    }
  }

  /** Holds for programs that make their configuration themselves, too. */
  private static InetSocketAddress loopback(CentralConfig.Listen listen) {
    InetSocketAddress address = address(listen);
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "listening on '%s', need a loopback address: without TLS kiosks do not authenticate"
              .formatted(listen.host()));
    }
    return address;
  }

  private static InetSocketAddress address(CentralConfig.Listen listen) {
    try {
      return new InetSocketAddress(InetAddress.getByName(listen.host()), listen.port());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "no such address '%s': set listen.host to one of this machine".formatted(listen.host()),
          e);
    }
  }
}
