package org.kashidashi.kiosk.vm;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kashidashi.hal.sim.VirtualCcidLink;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** Plugs, cables and disks: what a technician's hand mends, and the console finds. */
final class DeviceTroubles {
  private static final String TRAIL = "a row of the trail";
  private static final int TARGETS = 5;
  private static final int EDGE_PART = 6;

  private final Station station;

  DeviceTroubles(Station station) {
    this.station = station;
  }

  void readerUnplugged(Machine machine, Technician technician) throws Exception {
    machine.unplugReader();
    technician.awaits(
        "show health", "card reader FAIL The card reader is not there. -> Check its cable");
    technician.sees("test reader", "card reader FAIL", "Failed: reader");
    machine.plugReader();
    technician.awaits("test reader", "card reader pass");
    technician.awaitsHealth();
  }

  void cablePulled(Machine machine, Technician technician) throws Exception {
    machine.network(false);
    technician.awaits(
        "show health", "network FAIL The network cable is out", "-> Plug in the cable");
    technician.sees("test network", "network FAIL The network cable is out", "Failed: network");
    machine.glass().keep(station.pictures(), "cable-pulled");
    machine.network(true);
    awaitCentral(technician);
    technician.awaitsHealth();
  }

  void centralGone(Machine machine, Technician technician) throws Exception {
    station.library().stopCentral();
    technician.awaits(
        "test network",
        "library system FAIL The library system is not reached.",
        "Ask whether the library system runs");
    technician.awaits("show health", "library system", "The library system is not reached.");
    machine.glass().await(Patron.OFFLINE, Patron.ONLINE_LIMIT);
    machine.glass().keep(station.pictures(), "central-gone");
    station.library().startCentral();
    awaitCentral(technician);
    technician.awaitsHealth();
    machine.glass().await(Patron.ONLINE, Patron.ONLINE_LIMIT);
  }

  /** It answers, if slowly, as an emulated machine does. */
  private static void awaitCentral(Technician technician) throws Exception {
    technician.awaits("test network", "answer time", "identity good for");
  }

  /** Past months of the trail, and whatever else fills a disk. */
  void diskFull(Machine machine, Technician technician) throws Exception {
    machine
        .shell()
        .run("cd /var/lib/kashidashi; for month in 2019-01 2019-02 2019-03; do"
            + " yes '{\"what\":\"%s\"}' | head -c 4000000 >audit-$month.jsonl;".formatted(TRAIL)
            + " chown kashidashi: audit-$month.jsonl; done; cd /");
    machine.shell().attempt("cat /dev/zero >/var/lib/kashidashi/filler; sync");
    technician.awaits("show health", "disk warn The disk is nearly full.", "then: log clear");
    technician.sees("test database", "database FAIL The database has no room.", "then: log clear");
    new Patron(machine, station.pictures()).tryUntil("E-305");
    machine.glass().keep(station.pictures(), "disk-full");
    technician.sees("log clear", "no stick is plugged in");
    Path stick = stick();
    machine.plugStick(stick);
    technician.awaits("log clear", "3 past months of the trail are on the stick");
    machine.unplugStick();
    technician.awaits("test database", "database pass");
    machine.glass().await(Patron.FIRST_SCREEN, Technician.LIMIT);
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
    technician.sees("test card", "First: mode maintenance");
    technician.sees("mode maintenance", "mode maintenance");
    machine.glass().await("点検中です", Patron.LIMIT);
    machine.glass().keep(station.pictures(), "maintenance");
    String answer = technician.order("test all", hands(machine));
    for (String part :
        new String[] {"reader", "scanner", "display", "touch", "printer", "database"}) {
      if (answer.contains("Failed:") || answer.contains("Not tried:")) {
        throw new ProofFailedException("%s: 'test all' says:%n%s".formatted(part, answer));
      }
    }
    technician.sees("mode open", "mode open");
    machine.glass().await(Patron.FIRST_SCREEN, Patron.LIMIT);
    technician.awaitsHealth();
  }

  private Map<String, TechniciansLine.Hand> hands(Machine machine) {
    VirtualCcidLink[] card = new VirtualCcidLink[1];
    Map<String, TechniciansLine.Hand> hands = new LinkedHashMap<>();
    hands.put(
        "Put a card on the reader",
        () -> card[0] = VirtualCcidLink.insert(station.library().card(2), machine.cardSocket()));
    hands.put("Take the card away", () -> card[0].close());
    hands.put("Scan a barcode", () -> {
      Patience.pause(Duration.ofSeconds(1));
      machine.scan(ProofLibrary.barcode(station.nextItem() + 1_000));
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
      hands.put("\\[%d/%d\\] Touch the middle".formatted(step, TARGETS), () -> {
        Patience.pause(Duration.ofSeconds(1));
        machine.glass().touchCell(target[0], target[1]);
      });
    }
    return hands;
  }
}
