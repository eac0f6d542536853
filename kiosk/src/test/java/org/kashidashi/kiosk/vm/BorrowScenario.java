package org.kashidashi.kiosk.vm;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.CellPicture;

/** From the switch to three loans at central and a receipt, by card, touch and scanner. */
final class BorrowScenario {
  private static final int BOOKS = 3;

  private final Station station;

  BorrowScenario(Station station) {
    this.station = station;
  }

  Figures run() throws Exception {
    Path pictures = station.pictures();
    Figures figures = new Figures();
    try (Machine machine = station.switchOn()) {
      Duration firstScreen = station.awaitFirstScreen(machine);
      machine.shell().awaitReady(Duration.ofSeconds(60));
      start(machine, firstScreen, figures);
      station.enrol(machine);
      Patron patron = new Patron(machine, pictures);
      patron.showCard(station.library(), 1);
      int first = station.nextItem();
      patron.borrow(first);
      for (int book = 1; book < BOOKS; book++) {
        patron.borrow(station.nextItem());
      }
      patron.finishWithReceipt();
      receipt(machine, pictures);
      station.awaitAtCentral(first, first + BOOKS);
      figures.atMost("appliance.memory.mb", memory(machine), "MB", 120);
      machine.shell().attempt("systemctl poweroff");
    }
    return figures;
  }

  private static void start(Machine machine, Duration firstScreen, Figures figures)
      throws Exception {
    double seconds = firstScreen.toMillis() / 1000.0;
    figures.plain("vm.power_on_to_s0.s", seconds, "s");
    // The screen may be seen before systemd has heard that the kiosk is ready.
    double ready = Patience.await(
        "the service to be active",
        Patron.LIMIT,
        () -> Optional.of(timestamp(machine, "ActiveEnterTimestampMonotonic"))
            .filter(microseconds -> microseconds > 0));
    double ours = (ready - timestamp(machine, "ExecMainStartTimestampMonotonic")) / 1e6;
    figures.plain("vm.unit_start_to_s0.s", ours, "s");
    figures.atMost("vm.our_share", ours / seconds, "", 0.25);
  }

  private static double timestamp(Machine machine, String property) throws Exception {
    return Double.parseDouble(
        machine.shell().run("systemctl show --value -p %s kashidashi".formatted(property)));
  }

  private static double memory(Machine machine) throws Exception {
    String kilobytes = machine
        .shell()
        .run("awk '/^VmRSS:/ { print $2 }' /proc/$(systemctl show --value -p MainPID kashidashi)"
            + "/status");
    return Double.parseDouble(kilobytes) / 1024;
  }

  private static void receipt(Machine machine, Path pictures) throws Exception {
    List<BufferedImage> pieces = Patience.await(
        "a receipt",
        Patron.LIMIT,
        () -> Optional.of(machine.paper().pieces()).filter(all -> !all.isEmpty()));
    if (pieces.size() != 1 || !machine.paper().refused().isEmpty()) {
      throw new ProofFailedException("%d receipts instead of one; not understood: %s"
          .formatted(pieces.size(), machine.paper().refused()));
    }
    Files.write(pictures.resolve("receipt.png"), CellPicture.png(pieces.getFirst()));
  }
}
