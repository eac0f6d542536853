package org.kashidashi.sync.registry.authority;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.AuthorityContract;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/** The same persons, asked over HTTP as the description says. */
final class HttpAuthorityContractTest extends AuthorityContract {
  private record OverHttp(AuthorityService service, HttpAuthority http) implements Asked {
    @Override
    public Authority authority() {
      return http;
    }

    @Override
    public IdentityResolver resolver() {
      return http;
    }

    @Override
    public void close() {
      http.close();
      service.close();
    }
  }

  @Override
  protected Asked ask(SimulatedAuthority world, Duration limit) throws IOException {
    AuthorityService service = new AuthorityService(world, "invented-secret");
    service.server().start();
    return new OverHttp(
        service,
        new HttpAuthority(new AuthorityAccess(
            service.server().url("/").uri(), limit, List.of(), "invented-secret")));
  }
}
