package org.kashidashi.kiosk.vm;

/** Settings that do not fit, and how a console gets a machine out of them. */
final class ConfigurationTroubles {
  private static final String FILE = "/etc/kashidashi/kiosk.toml";

  private final Station station;

  ConfigurationTroubles(Station station) {
    this.station = station;
  }

  void goesBack(Machine machine, Technician technician) throws Exception {
    technician.sees("config set display.path /dev/fb7", "/dev/fb0", "/dev/fb7");
    technician.sees("config check", "Nothing is wrong with it.");
    technician.sees("config commit", "The kiosk did not come up with the change.");
    technician.sees("config show display.path", "/dev/fb0");
    technician.awaits("show health", "program pass", "A change was taken back");
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    // Whoever has read it says so.
    technician.order("config rollback");
    technician.awaitsHealth();
  }

  void readerNamedWrongly(Machine machine, Technician technician) throws Exception {
    technician.sees("config set reader.name *NOSUCH*", "NOSUCH");
    technician.sees("config commit", "The change is kept.", "card reader FAIL");
    technician.sees("show health", "card reader FAIL The card reader is not there.");
    technician.sees("show devices", "NOSUCH");
    technician.sees("config show reader.name", "NOSUCH", "*");
    technician.sees("config set reader.name *CCID*", "1 changes are gathered");
    technician.sees("config diff", "NOSUCH", "CCID");
    technician.sees("config commit", "The change is kept.");
    technician.awaits("test reader", "card reader pass");
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }

  void wrongValue(Machine machine, Technician technician) throws Exception {
    replaceFile(machine, "s/^driver = \"pcsc\"/driver = \"pcscd\"/");
    technician.awaits("show health", "configuration FAIL", "config check lists them");
    technician.sees("config check", FILE, "reader.driver");
    technician.sees("config set reader.driver pcsc", "gathered");
    technician.sees("config commit", "The change is kept.");
    technician.awaitsHealth();
    machine.shell().run("umount " + FILE);
    technician.order("config unset reader.driver");
    technician.sees("config commit", "The change is kept.");
    technician.awaitsHealth();
  }

  void brokenFile(Machine machine, Technician technician) throws Exception {
    replaceFile(machine, "s/^\\[scanner\\]/[scanner/");
    technician.awaits("show health", "configuration FAIL");
    technician.sees("config check", FILE);
    machine.shell().run("umount " + FILE);
    technician.sees("reboot", "The machine restarts.");
    technician.signIn();
    technician.awaitsHealth();
  }

  void damagedChanges(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("echo '[[[' >/var/lib/kashidashi/config/changes.toml;"
            + " chown kashidashi: /var/lib/kashidashi/config/changes.toml;"
            + " systemctl restart --no-block kashidashi");
    technician.awaits("show health", "configuration FAIL");
    technician.sees("config check", "changes");
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
