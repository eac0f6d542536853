package org.kashidashi.central.command;

import org.kashidashi.central.circulation.Origin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameter that names a kiosk. */
final class KioskParameter {
  private String kiosk = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "KIOSK",
      description = "The kiosk's id, as in its configuration: 1 to 32 of a-z, 0-9 and hyphen.")
  void set(String text) {
    if (!Origin.isKiosk(text)) {
      throw new ParameterException(
          spec.commandLine(), "a kiosk's id is 1 to 32 of a-z, 0-9 and hyphen, such as k1");
    }
    kiosk = text;
  }

  String kiosk() {
    return kiosk;
  }
}
