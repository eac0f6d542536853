package org.kashidashi.central.command;

import java.util.concurrent.Callable;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Let patrons begin at a closed kiosk again. */
@Command(name = "open", description = "Let patrons begin at a closed kiosk again.")
final class OpenKioskCommand implements Callable<Integer> {
  @Mixin
  private ConfigOption config = new ConfigOption();

  @Mixin
  private KioskParameter kiosk = new KioskParameter();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      store.kiosks().close(kiosk.kiosk(), false);
    }
    spec.commandLine()
        .getOut()
        .printf("%s is open to patrons again, as soon as it asks%n", kiosk.kiosk());
    return ExitCode.OK;
  }
}
