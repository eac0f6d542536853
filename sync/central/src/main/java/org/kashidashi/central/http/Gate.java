package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpExchange;
import org.kashidashi.central.store.StoreException;

/** Lets a caller in to a route, or not; asked anew for every request. */
interface Gate {
  /**
   * Who asks, once it is known that they may.
   *
   * @param kiosk as the caller calls itself
   */
  Caller admit(HttpExchange exchange, String kiosk, Access access)
      throws RefusedException, StoreException;

  /**
   * Tells a caller who asks what everybody may know, and may have shown a certificate for all that,
   * whether it is to be renewed: an idle kiosk asks nothing else.
   */
  void remind(HttpExchange exchange);
}
