package org.kashidashi.central.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.PutBackItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what patrons have put back at kiosks and staff have to look at, without the patrons. */
@Command(name = "returns", description = "List what patrons have put back, for staff to check in.")
final class ReturnsCommand implements Callable<Integer> {
  private static final String FORM = "%-20s  %-24s  %-32s  %s%n";

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      out.printf(FORM, "ITEM", "PUT BACK", "KIOSK", "TITLE");
      for (PutBackItem item : store.putBack()) {
        out.printf(FORM, item.item().number(), item.at(), item.kiosk(), item.title());
      }
    }
    out.flush();
    return ExitCode.OK;
  }
}
