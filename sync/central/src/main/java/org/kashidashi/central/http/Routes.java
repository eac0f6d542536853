package org.kashidashi.central.http;

import java.time.Clock;
import java.util.List;
import org.kashidashi.central.store.CentralStore;

/** All that central can be asked. A new route is one file, its line here, and its OpenAPI entry. */
final class Routes {
  private Routes() {}

  static List<Route> of(CentralStore store, Clock clock, String version) {
    return List.of(
        new Route.Get("/v1/health", new Health(store, clock, version)),
        new Route.Get("/v1/openapi.json", new OpenApi()),
        new Route.Post("/v1/patron-lookups", new PatronLookup(store, clock)),
        new Route.Post("/v1/link-lookups", new LinkLookup(store)),
        new Route.Post("/v1/item-lookups", new ItemLookup(store, clock)),
        new Route.Post("/v1/operations", new Operations(store, clock)));
  }
}
