package org.kashidashi.kiosk.vm;

import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;

/** The machine as a whole: its program, its starts, and its data. */
final class MachineTroubles {
  private final Station station;

  MachineTroubles(Station station) {
    this.station = station;
  }

  /** It comes back by itself; the console goes on meanwhile. */
  void kioskKilled(Machine machine, Technician technician) throws Exception {
    machine.shell().run("systemctl kill --signal=KILL kashidashi.service");
    technician.awaits("show health", Wording.shipped().row(Part.KIOSK, Standing.GOOD));
    technician.sees("log tail", "kashidashi");
    technician.awaitsHealth();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }

  void kioskStopped(Machine machine, Technician technician) throws Exception {
    machine.shell().run("systemctl stop kashidashi.service");
    technician.finds(Part.KIOSK, Standing.BAD, Cause.KIOSK_STOPPED);
    technician.passes("reader", Part.READER);
    technician.passes("database", Part.DATABASE);
    technician.restart();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    technician.awaitsHealth();
  }

  void diskReadOnly(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("echo proof >/sys/fs/ext4/$(basename $(readlink -f"
            + " /dev/disk/by-label/kashidashi))/trigger_fs_error");
    technician.finds(Part.DISK, Standing.BAD, Cause.DISK_READ_ONLY);
    technician.restart();
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    technician.awaitsHealth();
    technician.passes("database", Part.DATABASE);
  }

  /** Neither the check of the file system nor its mounting goes well. */
  void dataUnmountable(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("systemctl stop kashidashi.service; sync;"
            + " d=$(readlink -f /dev/disk/by-label/kashidashi);"
            + " systemctl stop var-lib-kashidashi.mount;"
            + " dd if=/dev/urandom of=$d bs=4096 seek=1 count=300 conv=notrunc,fsync");
    technician.restart();
    technician.finds(Part.DISK, Standing.BAD, Cause.DISK_MISSING);
    technician.passes("reader", Part.READER);
    machine.glass().keep(station.pictures(), "data-unmountable");
    ErasingScenario erasing = new ErasingScenario(station);
    erasing.order(machine, "unknown");
    machine.shell().awaitRestart(Technician.RESTART);
    erasing.anew(machine);
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
  }
}
