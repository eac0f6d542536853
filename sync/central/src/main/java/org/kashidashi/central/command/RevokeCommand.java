package org.kashidashi.central.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shuts a kiosk out, at its next request, also while central runs. */
@Command(name = "revoke", description = "Shut a kiosk out, from its next request on.")
final class RevokeCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Mixin
  private KioskParameter kiosk = new KioskParameter();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  RevokeCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      if (!store.kiosks().revoke(kiosk.kiosk(), clock.instant())) {
        spec.commandLine()
            .getErr()
            .printf("there is no kiosk '%s': see 'central kiosks'%n", kiosk.kiosk());
        return ExitCode.KIOSK;
      }
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s is revoked; 'central enrol %s' lets it in again%n", kiosk.kiosk(), kiosk.kiosk());
    return ExitCode.OK;
  }
}
