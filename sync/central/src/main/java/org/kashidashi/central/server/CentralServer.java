package org.kashidashi.central.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.http.HttpService;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** A running central, in this process. */
public final class CentralServer implements AutoCloseable {
  private final CentralStore store;
  private final HttpService service;

  private CentralServer(CentralStore store, HttpService service) {
    this.store = store;
    this.service = service;
  }

  /**
   * Opens the database, making it if it is not there, and listens. The caller closes.
   *
   * @param config its port may be 0 for any that is free
   */
  public static CentralServer start(CentralConfig config, Clock clock)
      throws StoreException, ListenException {
    CentralStore store = CentralStore.open(config.storeSettings());
    try {
      InetSocketAddress address = loopback(config.listen());
      return new CentralServer(
          store, HttpService.start(address, store, clock, Version.ofThisProgram()));
    } catch (ListenException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  public int port() {
    return service.port();
  }

  /** Lets requests that are being answered finish, then closes the database. */
  @Override
  public void close() throws StoreException {
    try {
      service.close();
    } finally {
      store.close();
    }
  }

  /** Holds for programs that make their configuration themselves, too. */
  private static InetSocketAddress loopback(CentralConfig.Listen listen) {
    try {
      InetAddress address = InetAddress.getByName(listen.host());
      if (!address.isLoopbackAddress()) {
        throw new IllegalArgumentException(
            "listening on '%s', need a loopback address: kiosks do not authenticate yet"
                .formatted(listen.host()));
      }
      return new InetSocketAddress(address, listen.port());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "no such address '%s', need 127.0.0.1".formatted(listen.host()), e);
    }
  }
}
