package org.kashidashi.kiosk.vm;

/** The machine as a whole: its program, its starts, and its data. */
final class MachineTroubles {
  private final Station station;

  MachineTroubles(Station station) {
    this.station = station;
  }

  /** It comes back by itself; the console goes on meanwhile. */
  void kioskKilled(Machine machine, Technician technician) throws Exception {
    machine.shell().run("systemctl kill --signal=KILL kashidashi.service");
    technician.awaits("show health", "program pass");
    technician.sees("log tail", "kashidashi");
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }

  void kioskStopped(Machine machine, Technician technician) throws Exception {
    machine.shell().run("systemctl stop kashidashi.service");
    technician.awaits(
        "show health", "program FAIL The kiosk does not run.", "reboot starts it again");
    technician.sees("test reader", "card reader pass");
    technician.sees("test database", "database pass");
    restart(machine, technician);
    technician.awaitsHealth();
  }

  void diskReadOnly(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("echo proof >/sys/fs/ext4/$(basename $(readlink -f"
            + " /dev/disk/by-label/kashidashi))/trigger_fs_error");
    technician.awaits("show health", "disk FAIL The disk can only be read.", "reboot checks it");
    technician.order("test database");
    restart(machine, technician);
    technician.sees("test database", "database pass");
    technician.awaitsHealth();
  }

  /** Neither the check of the file system nor its mounting goes well. */
  void dataUnmountable(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("systemctl stop kashidashi.service; sync;"
            + " d=$(readlink -f /dev/disk/by-label/kashidashi);"
            + " systemctl stop var-lib-kashidashi.mount;"
            + " dd if=/dev/urandom of=$d bs=4096 seek=1 count=60 conv=notrunc,fsync");
    technician.sees("reboot", "The machine restarts.");
    technician.signIn();
    System.out.println(technician.order("show health"));
    System.out.println(technician.order("show disk"));
    System.out.println(technician.order("test database"));
    System.out.println(technician.order("log tail"));
    machine.glass().keep(station.pictures(), "data-unmountable");
    System.out.println(technician.order("factory-reset"));
  }

  private void restart(Machine machine, Technician technician) throws Exception {
    technician.sees("reboot", "The machine restarts.");
    technician.signIn();
    station.awaitFirstScreen(machine);
  }
}
