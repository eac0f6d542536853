package org.kashidashi.central.command;

import java.util.concurrent.Callable;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Let nobody new begin at a kiosk; who is there goes on. */
@Command(name = "close", description = "Let nobody new begin at a kiosk; who is there goes on.")
final class CloseKioskCommand implements Callable<Integer> {
  @Mixin
  private ConfigOption config = new ConfigOption();

  @Mixin
  private KioskParameter kiosk = new KioskParameter();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      store.kiosks().close(kiosk.kiosk(), true);
    }
    spec.commandLine()
        .getOut()
        .printf("%s is closed to patrons, as soon as it asks%n", kiosk.kiosk());
    return ExitCode.OK;
  }
}
