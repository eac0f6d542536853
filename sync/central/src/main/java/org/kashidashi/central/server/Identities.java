package org.kashidashi.central.server;

import java.time.Clock;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Opens what a configuration with TLS names. */
public final class Identities {
  private Identities() {}

  /** Makes the certificate authority if there is none yet. */
  public static KioskIdentities open(CentralConfig config, CentralStore store, Clock clock)
      throws StoreException {
    CentralConfig.Tls tls = config
        .tls()
        .orElseThrow(() -> new IllegalArgumentException("the configuration has no TLS"));
    return KioskIdentities.open(tls.authority(), config.library().id(), store.kiosks(), clock);
  }
}
