package org.kashidashi.sync.ils.central;

import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.kashidashi.sync.ils.central.identity.CentralTls;

/** Makes HTTP clients that speak to central by TLS 1.3 or 1.2, never in clear. */
final class SecureClients {
  private SecureClients() {}

  /** With connections of its own, since those of another identity must not be taken over. */
  static OkHttpClient of(OkHttpClient plain, CentralTls tls) {
    return plain
        .newBuilder()
        .connectionPool(new ConnectionPool())
        .sslSocketFactory(tls.sockets(), tls.trust())
        .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS))
        .build();
  }
}
