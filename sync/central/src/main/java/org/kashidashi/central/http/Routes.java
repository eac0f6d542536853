package org.kashidashi.central.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.store.CentralStore;

/** All that central can be asked. A new route is one file, its line here, and its OpenAPI entry. */
final class Routes {
  private Routes() {}

  /** Those for connections on which kiosks authenticate. */
  static List<Route> of(
      CentralStore store,
      KioskIdentities identities,
      CounterDesks desks,
      Clock clock,
      String version) {
    List<Route> routes = new ArrayList<>(of(store, desks, clock, version));
    routes.add(
        new Route.Post("/v1/identity/enrol", Access.STRANGER, new Enrolment(identities, clock)));
    routes.add(
        new Route.Post("/v1/identity/renew", Access.RETURNING, new Renewal(identities, clock)));
    return List.copyOf(routes);
  }

  static List<Route> of(CentralStore store, CounterDesks desks, Clock clock, String version) {
    List<Route> routes = new ArrayList<>(List.of(
        new Route.Get("/v1/health", new Health(store, clock, version)),
        new Route.Get("/v1/openapi.json", new OpenApi()),
        new Route.Post("/v1/patron-lookups", Access.KIOSK, new PatronLookup(store, clock)),
        new Route.Post("/v1/link-lookups", Access.KIOSK, new LinkLookup(store)),
        new Route.Post("/v1/item-lookups", Access.KIOSK, new ItemLookup(store, clock)),
        new Route.Post("/v1/own-loan-lookups", Access.KIOSK, new OwnLoansLookup(store)),
        new Route.Post("/v1/loan-renewals", Access.KIOSK, new LoanRenewals(store, clock)),
        new Route.Post(
            "/v1/provisional-returns", Access.KIOSK, new ProvisionalReturns(store, clock)),
        new Route.Post("/v1/operations", Access.KIOSK, new Operations(store, clock))));
    routes.addAll(new CounterRoutes(desks, clock).all());
    return List.copyOf(routes);
  }
}
