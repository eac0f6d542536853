package org.kashidashi.central.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.sync.circulation.ItemBarcode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes the loan of an item that a patron has put back and staff have in their hands. */
@Command(name = "check-in", description = "Close the loan of an item that a patron has put back.")
final class CheckInCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin
  private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "ITEM", description = "The number in the item's barcode.")
  private String item = "";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  CheckInCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    ItemBarcode barcode = barcode();
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      if (!store.checkIn(barcode, clock.instant())) {
        spec.commandLine()
            .getErr()
            .printf("nobody has put %s back: see 'central returns'%n", barcode.number());
        return ExitCode.KIOSK;
      }
    }
    spec.commandLine().getOut().printf("%s is checked in%n", barcode.number());
    return ExitCode.OK;
  }

  private ItemBarcode barcode() {
    try {
      return new ItemBarcode(item);
    } catch (IllegalArgumentException _) {
      throw new ParameterException(
          spec.commandLine(), "give the number that stands below the item's barcode");
    }
  }
}
