package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.KioskRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the kiosks that central knows, also while it runs. */
@Command(name = "kiosks", description = "List the kiosks that central knows.")
final class KiosksCommand implements Callable<Integer> {
  private static final String FORM = "%-32s  %-8s  %-20s  %s%n";

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    PrintWriter out = spec.commandLine().getOut();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      out.printf(FORM, "KIOSK", "STATE", "VALID UNTIL", "LAST SEEN");
      for (KioskRecord kiosk : store.kiosks().all()) {
        out.printf(
            FORM, kiosk.kiosk(), kiosk.state(), shown(kiosk.validUntil()), shown(kiosk.lastSeen()));
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String shown(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("-");
  }
}
