package org.kashidashi.kiosk.vm;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kashidashi.hal.sim.VirtualCcidLink;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** Plugs, cables and disks: what a technician's hand mends, and the console finds. */
final class DeviceTroubles {
  private static final String TRAIL = "a row of the trail";
  private static final int TARGETS = 5;

  /** A book that nobody borrows here. */
  private static final int NOBODYS = 1_500;

  private static final int EDGE_PART = 6;

  private final Station station;

  DeviceTroubles(Station station) {
    this.station = station;
  }

  void readerUnplugged(Machine machine, Technician technician) throws Exception {
    machine.unplugReader();
    technician.finds(Part.READER, Standing.BAD, Cause.READER_MISSING);
    technician.fails("reader", Part.READER, Cause.READER_MISSING);
    machine.plugReader();
    technician.passes("reader", Part.READER);
    technician.awaitsHealth();
  }

  void cablePulled(Machine machine, Technician technician) throws Exception {
    machine.network(false);
    technician.finds(Part.NETWORK, Standing.BAD, Cause.LINK_DOWN);
    technician.fails("network", Part.NETWORK, Cause.LINK_DOWN);
    machine.glass().keep(station.pictures(), "cable-pulled");
    machine.network(true);
    awaitCentral(technician);
    technician.awaitsHealth();
  }

  void centralGone(Machine machine, Technician technician) throws Exception {
    station.library().stopCentral();
    try {
      technician.fails("network", Part.CENTRAL, Cause.CENTRAL_NOT_REACHED);
      technician.finds(Part.CENTRAL, Standing.DOUBTFUL, Cause.CENTRAL_NOT_REACHED);
      machine.glass().await(Patron.OFFLINE, Patron.ONLINE_LIMIT);
      machine.glass().keep(station.pictures(), "central-gone");
    } finally {
      station.library().startCentral();
    }
    awaitCentral(technician);
    technician.awaitsHealth();
    machine.glass().await(Patron.ONLINE, Patron.ONLINE_LIMIT);
  }

  /** It answers, if slowly, as an emulated machine does. */
  private static void awaitCentral(Technician technician) throws Exception {
    technician.awaits("test network", "Subject.ANSWER_TIME", "Subject.IDENTITY_DAYS");
    // A kiosk with nothing to send would look after a minute, or two.
    technician.order("queue retry");
  }

  /** Past months of the trail, and whatever else fills a disk. */
  void diskFull(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("cd /var/lib/kashidashi; for month in 2019-01 2019-02 2019-03; do"
            + " yes '{\"what\":\"%s\"}' | head -c 8000000 >audit-$month.jsonl;".formatted(TRAIL)
            + " chown kashidashi: audit-$month.jsonl; done; cd /");
    // What the file system holds back for what is not written yet is free again after a sync.
    machine
        .shell()
        .attempt("for part in 1 2 3 4; do cat /dev/zero >>/var/lib/kashidashi/filler; sync; done");
    technician.finds(Part.DISK, Standing.BAD, Cause.DATABASE_FULL);
    new Patron(machine, station.pictures()).tryUntil("E-305");
    machine.glass().keep(station.pictures(), "disk-full");
    technician.seesProven("log clear", "KASHIDASHI");
    Path stick = stick();
    machine.plugStick(stick);
    technician.awaitsProven("log clear", "machine-1-audit-2019-01.jsonl", "cleared");
    machine.unplugStick();
    technician.finds(Part.DISK, Standing.DOUBTFUL, Cause.DISK_NEARLY_FULL);
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
    technician.passes("database", Part.DATABASE);
    machine.shell().run("rm /var/lib/kashidashi/filler; sync");
    technician.awaitsHealth();
    if (ProgramOutside.status(
            List.of("grep", "-q", TRAIL, stick.toString()), station.logs().resolve("disk.log"))
        != 0) {
      throw new ProofFailedException("the stick holds nothing of the trail");
    }
  }

  private Path stick() throws Exception {
    Path image = station.folder().resolve("stick.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(64L << 20);
    }
    ProgramOutside.run(
        List.of("mkfs.vfat", "-n", "KASHIDASHI", image.toString()),
        station.logs().resolve("disk.log"));
    return image;
  }

  /** What patrons use is tried in maintenance alone, and by somebody who is there. */
  void eachByHand(Machine machine, Technician technician) throws Exception {
    technician.sees("test card", "Reason.NOT_IN_MAINTENANCE");
    technician.sees("mode maintenance", "ServiceMode.MAINTENANCE");
    machine.glass().await("点検中です", Patron.LIMIT);
    machine.glass().keep(station.pictures(), "maintenance");
    String answer = technician.order("test all", hands(machine));
    if (Wording.shipped().all(answer, "Trouble.CHECK_FAILED")
        || Wording.shipped().all(answer, "not.tried")) {
      throw new ProofFailedException("'test all' says:%n%s".formatted(answer));
    }
    technician.sees("mode open", "ServiceMode.OPEN");
    machine.glass().await(Patron.FIRST_SCREEN, Patron.LIMIT);
    technician.awaitsHealth();
  }

  private Map<String, TechniciansLine.Hand> hands(Machine machine) {
    VirtualCcidLink[] card = new VirtualCcidLink[1];
    Map<String, TechniciansLine.Hand> hands = new LinkedHashMap<>();
    hands.put(
        wish("Wish.PUT_CARD"),
        () -> card[0] = VirtualCcidLink.insert(station.library().card(2), machine.cardSocket()));
    hands.put(wish("Wish.TAKE_CARD"), () -> card[0].close());
    hands.put(wish("Wish.SCAN"), () -> {
      Patience.pause(Duration.ofSeconds(1));
      machine.scan(ProofLibrary.barcode(NOBODYS));
    });
    int left = machine.glass().columns() / EDGE_PART;
    int top = machine.glass().rows() / EDGE_PART;
    int right = machine.glass().columns() - 1 - left;
    int bottom = machine.glass().rows() - 1 - top;
    int[][] targets = {
      {left, top},
      {right, top},
      {machine.glass().columns() / 2, machine.glass().rows() / 2},
      {left, bottom},
      {right, bottom}
    };
    for (int step = 1; step <= TARGETS; step++) {
      int[] target = targets[step - 1];
      hands.put("\\[%d/%d\\] ".formatted(step, TARGETS) + wish("Wish.TOUCH_TARGET"), () -> {
        Patience.pause(Duration.ofSeconds(1));
        machine.glass().touchCell(target[0], target[1]);
      });
    }
    return hands;
  }

  private static String wish(String name) {
    return Pattern.quote(Wording.shipped().text(name));
  }
}
