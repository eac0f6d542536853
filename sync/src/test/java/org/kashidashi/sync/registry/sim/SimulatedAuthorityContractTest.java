package org.kashidashi.sync.registry.sim;

import java.time.Duration;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.AuthorityContract;
import org.kashidashi.sync.registry.IdentityResolver;

final class SimulatedAuthorityContractTest extends AuthorityContract {
  private record Itself(SimulatedAuthority world) implements Asked {
    @Override
    public Authority authority() {
      return world;
    }

    @Override
    public IdentityResolver resolver() {
      return world;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  @Override
  protected Asked ask(SimulatedAuthority world, Duration limit) {
    return new Itself(world);
  }
}
