package org.kashidashi.central.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.server.Identities;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the code that lets a kiosk in, also while central runs. */
@Command(name = "enrol", description = "Print a code that lets a kiosk in, once, within a day.")
final class EnrolCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Mixin
  private KioskParameter kiosk = new KioskParameter();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  EnrolCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.readSecured();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      String code = Identities.open(settings, store, clock).invite(kiosk.kiosk());
      spec.commandLine().getOut().println(code);
      spec.commandLine().getOut().flush();
    }
    spec.commandLine()
        .getErr()
        .printf(
            "Type this code into 'kiosk enrol' on %s within 24 hours; it works once.%n"
                + "Earlier codes of this kiosk are void. When it enrols, its earlier certificates"
                + " are revoked.%n",
            kiosk.kiosk());
    return ExitCode.OK;
  }
}
