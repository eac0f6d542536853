package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** How connections from kiosks are secured. The platform wants a subclass. */
final class KioskConnections extends HttpsConfigurator {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  KioskConnections(SSLContext context) {
    super(context);
  }

  /** A kiosk that comes to enrol has no certificate to show, so none is required here. */
  @Override
  public void configure(HttpsParameters parameters) {
    SSLParameters tls = getSSLContext().getDefaultSSLParameters();
    tls.setProtocols(PROTOCOLS);
    tls.setWantClientAuth(true);
    parameters.setSSLParameters(tls);
  }
}
