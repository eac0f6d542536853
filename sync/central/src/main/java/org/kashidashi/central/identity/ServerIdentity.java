package org.kashidashi.central.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What central shows to kiosks.
 *
 * @param chain its own certificate, then that of the authority
 */
record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
  ServerIdentity {
    chain = List.copyOf(chain);
  }

  String alias() {
    return chain.getFirst().getSerialNumber().toString(16);
  }

  boolean fresh(Instant now) {
    return new Life(chain.getFirst()).fresh(now);
  }

  @Override
  public String toString() {
    return "server identity " + alias();
  }
}
