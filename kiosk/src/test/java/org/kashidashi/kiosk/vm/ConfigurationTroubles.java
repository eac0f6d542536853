package org.kashidashi.kiosk.vm;

import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;

/** Settings that do not fit, and how a console gets a machine out of them. */
final class ConfigurationTroubles {
  private static final String FILE = "/etc/kashidashi/kiosk.toml";

  private final Station station;

  ConfigurationTroubles(Station station) {
    this.station = station;
  }

  void goesBack(Machine machine, Technician technician) throws Exception {
    technician.sees("config set display.path /dev/fb7", "/dev/fb0", "/dev/fb7");
    technician.sees("config check", "configuration.fits");
    technician.sees("config commit", "Trouble.ROLLED_BACK");
    technician.sees("config show display.path", "/dev/fb0");
    technician.finds(Part.CONFIGURATION, Standing.DOUBTFUL, Cause.CONFIGURATION_ROLLED_BACK);
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    // Whoever has read it says so.
    technician.order("config rollback");
    technician.awaitsHealth();
  }

  void readerNamedWrongly(Machine machine, Technician technician) throws Exception {
    technician.sees("config set reader.name *NOSUCH*", "NOSUCH");
    technician.sees("config commit", "proven", "Cause.READER_MISSING");
    technician.finds(Part.READER, Standing.BAD, Cause.READER_MISSING);
    technician.sees("config show reader.name", "NOSUCH", "*");
    technician.sees("config set reader.name *CCID*", "gathered");
    technician.sees("config diff", "NOSUCH", "CCID");
    technician.sees("config commit", "proven");
    technician.passes("reader", Part.READER);
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }

  void wrongValue(Machine machine, Technician technician) throws Exception {
    replaceFile(machine, "s/^driver = \"pcsc\"/driver = \"pcscd\"/");
    technician.finds(Part.CONFIGURATION, Standing.BAD, Cause.CONFIGURATION_WRONG);
    technician.sees("config check", FILE, "line ", "reader.driver");
    technician.sees("config set reader.driver pcsc", "gathered");
    technician.sees("config commit", "proven");
    technician.awaitsHealth();
    machine.shell().run("umount " + FILE);
    technician.awaitsHealth();
  }

  void brokenFile(Machine machine, Technician technician) throws Exception {
    replaceFile(machine, "s/^\\[scanner\\]/[scanner/");
    technician.finds(Part.CONFIGURATION, Standing.BAD, Cause.CONFIGURATION_WRONG);
    technician.sees("config check", FILE, "line ");
    // Whoever comes now is let in, too.
    machine.technician().type("logout");
    technician.signIn();
    technician.sees("config check", FILE);
    // The console says that this file is mended elsewhere.
    machine.shell().run("umount " + FILE);
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }

  void damagedChanges(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("echo '[[[' >/var/lib/kashidashi/config/changes.toml;"
            + " chown kashidashi: /var/lib/kashidashi/config/changes.toml;"
            + " systemctl restart --no-block kashidashi");
    technician.finds(Part.CONFIGURATION, Standing.BAD, Cause.CONFIGURATION_WRONG);
    technician.sees("config check", "changes.toml", "line ");
    technician.order("config rollback");
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    machine.glass().keep(station.pictures(), "changes-mended");
  }

  /** The root file system cannot be written, so another file is laid over the one that is there. */
  private static void replaceFile(Machine machine, String change) throws Exception {
    machine
        .shell()
        .run(
            "sed '%s' %s >/tmp/kiosk.toml && chmod 644 /tmp/kiosk.toml && mount --bind /tmp/kiosk.toml %s && systemctl restart --no-block kashidashi"
                .formatted(change, FILE, FILE));
  }
}
