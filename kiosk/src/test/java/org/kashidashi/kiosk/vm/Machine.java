package org.kashidashi.kiosk.vm;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.escpos.EscPosPaper;

/** One appliance that is switched on: a whole machine with a kernel of its own. */
final class Machine implements AutoCloseable {
  /** Where central is found by the machine, and nothing else. */
  private static final String CENTRAL = "10.0.2.100:8443";

  /** 58 mm of paper. */
  private static final int PAPER_DOTS = 384;

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration UNPLUG_LIMIT = Duration.ofSeconds(20);

  /** A keyboard gets its keys through a display of its own, which the kernel takes no notice of. */
  private static final String SCANNER = "scanner";

  private static final String KEYPAD = "keypad";
  private static final String STRANGER = "stranger";
  private static final String STICK = "stick";

  private final Process process;
  private final Path folder;
  private final Qmp qmp;
  private final RootShell shell;
  private final SerialLine printer;
  private final EscPosPaper paper;
  private final TechniciansLine technician;
  private final Glass glass;
  private final long switchedOn;

  private Machine(
      Process process,
      Path folder,
      Qmp qmp,
      RootShell shell,
      SerialLine printer,
      EscPosPaper paper,
      TechniciansLine technician,
      long switchedOn)
      throws DisplayException {
    this.process = process;
    this.folder = folder;
    this.qmp = qmp;
    this.shell = shell;
    this.printer = printer;
    this.paper = paper;
    this.technician = technician;
    this.glass = new Glass(qmp, folder);
    this.switchedOn = switchedOn;
  }

  /**
   * Switches it on.
   *
   * @param image the folder that packaging/vm has built, where logs go, too
   * @param folder for sockets; its path has to be short
   * @param drive the disk with the loans, in qemu's words
   * @param centralPort where central listens on this machine's loopback
   */
  static Machine switchOn(Path image, Path folder, String drive, int centralPort) throws Exception {
    for (String socket : List.of("qmp", "shell", "printer", "technician", "card")) {
      Files.deleteIfExists(folder.resolve(socket + ".sock"));
    }
    long switchedOn = System.nanoTime();
    Process process =
        ProgramOutside.start(command(image, folder, drive, centralPort), image.resolve("qemu.log"));
    Path monitor = folder.resolve("qmp.sock");
    Patience.until(
        "the emulator (see qemu.log)",
        START_LIMIT,
        () -> Optional.of(Files.exists(monitor) && process.isAlive()));
    EscPosPaper paper = new EscPosPaper(PAPER_DOTS);
    return new Machine(
        process,
        folder,
        Qmp.connect(monitor),
        RootShell.connect(folder.resolve("shell.sock")),
        SerialLine.connect(folder.resolve("printer.sock"), paper::accept),
        paper,
        TechniciansLine.connect(folder.resolve("technician.sock"), image),
        switchedOn);
  }

  private static List<String> command(Path image, Path folder, String drive, int centralPort)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        "qemu-system-x86_64",
        "-M",
        "q35,i8042=off",
        "-cpu",
        "max",
        "-accel",
        "tcg,thread=multi",
        "-smp",
        "2",
        "-m",
        "1024",
        "-nodefaults",
        "-display",
        "none",
        "-vga",
        "none",
        "-no-reboot"));
    command.addAll(List.of(
        "-kernel",
        image.resolve("vmlinuz").toString(),
        "-initrd",
        image.resolve("initrd").toString(),
        "-append",
        Files.readString(image.resolve("cmdline")).strip()
            + " console=ttyS2 modprobe.blacklist=virtio_gpu"));
    command.addAll(List.of(
        "-drive",
        "if=none,id=root,format=raw,readonly=on,file=" + image.resolve("root.img"),
        "-device",
        "virtio-blk-pci,drive=root",
        "-blockdev",
        "node-name=loans," + drive,
        "-device",
        "virtio-blk-pci,drive=loans,write-cache=on"));
    command.addAll(List.of("-device", "bochs-display,id=panel,xres=1280,yres=800"));
    for (String keyboard : List.of(SCANNER, KEYPAD, STRANGER)) {
      command.addAll(List.of("-device", "virtio-gpu-pci,id=%s-hand".formatted(keyboard)));
    }
    command.addAll(List.of(
        "-device",
        "qemu-xhci,id=usb,p2=8,p3=8",
        "-device",
        "usb-tablet,id=touch,bus=usb.0,port=1",
        "-device",
        keyboard(SCANNER, 2),
        "-device",
        keyboard(KEYPAD, 3),
        "-chardev",
        socket("card", folder),
        "-device",
        "usb-ccid,id=reader,bus=usb.0,port=4",
        "-device",
        "ccid-card-passthru,id=slot,chardev=card,bus=reader.0"));
    command.addAll(List.of(
        "-chardev",
        socket("shell", folder),
        "-serial",
        "chardev:shell",
        "-chardev",
        socket("printer", folder),
        "-serial",
        "chardev:printer",
        "-serial",
        "file:" + image.resolve("kernel.log"),
        // The fourth serial port of a PC shares its interrupt with the second one; this one does
        // not.
        "-chardev",
        socket("technician", folder),
        "-device",
        "pci-serial,chardev=technician",
        "-device",
        "i6300esb",
        "-action",
        "watchdog=shutdown",
        "-netdev",
        // What socat says of a central that is gone must not arrive as an answer.
        "user,id=net,restrict=on,guestfwd=tcp:%s-cmd:socat -lf/dev/null STDIO TCP:127.0.0.1:%d"
            .formatted(CENTRAL, centralPort),
        "-device",
        "virtio-net-pci,netdev=net,id=nic",
        "-qmp",
        "unix:%s,server=on,wait=off".formatted(folder.resolve("qmp.sock")),
        "-pidfile",
        image.resolve("qemu.pid").toString()));
    return command;
  }

  private static String keyboard(String id, int port) {
    return "usb-kbd,id=%s,bus=usb.0,port=%d,display=%s-hand,serial=%s".formatted(id, port, id, id);
  }

  private static String socket(String name, Path folder) {
    return "socket,id=%s,path=%s,server=on,wait=off"
        .formatted(name, folder.resolve(name + ".sock"));
  }

  Glass glass() {
    return glass;
  }

  RootShell shell() {
    return shell;
  }

  /** The cable to the console. */
  TechniciansLine technician() {
    return technician;
  }

  /** What the receipt printer has printed. */
  EscPosPaper paper() {
    return paper;
  }

  Path cardSocket() {
    return folder.resolve("card.sock");
  }

  /** Since it was switched on. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - switchedOn);
  }

  /** What a person holds before the scanner. */
  void scan(String barcode) throws Exception {
    new Keyboard(qmp, SCANNER + "-hand").typeLine(barcode);
  }

  /** Types on a keyboard that nobody has asked for; it has to be plugged in. */
  void typeOnStranger(String text) throws Exception {
    new Keyboard(qmp, STRANGER + "-hand").typeLine(text);
  }

  void plugStranger() throws Exception {
    qmp.execute(
        "device_add",
        Qmp.arguments(
            "driver",
            "usb-kbd",
            "id",
            STRANGER,
            "bus",
            "usb.0",
            "port",
            "5",
            "display",
            STRANGER + "-hand",
            "serial",
            STRANGER));
  }

  void unplugStranger() throws Exception {
    unplug(STRANGER);
  }

  void unplugReader() throws Exception {
    qmp.execute("device_del", Qmp.arguments("id", "slot"));
    unplug("reader");
  }

  void plugReader() throws Exception {
    qmp.execute(
        "device_add",
        Qmp.arguments("driver", "usb-ccid", "id", "reader", "bus", "usb.0", "port", "4"));
    qmp.execute(
        "device_add",
        Qmp.arguments(
            "driver", "ccid-card-passthru", "id", "slot", "chardev", "card", "bus", "reader.0"));
  }

  /** Plugs a USB stick in that is this file. */
  void plugStick(Path image) throws Exception {
    JsonObject drive = Qmp.arguments("driver", "raw", "node-name", STICK);
    drive.add("file", Qmp.arguments("driver", "file", "filename", image.toString()));
    qmp.execute("blockdev-add", drive);
    qmp.execute(
        "device_add",
        Qmp.arguments(
            "driver", "usb-storage", "id", STICK, "bus", "usb.0", "port", "6", "drive", STICK));
  }

  void unplugStick() throws Exception {
    unplug(STICK);
  }

  void network(boolean up) throws Exception {
    JsonObject arguments = Qmp.arguments("name", "nic");
    arguments.addProperty("up", up);
    qmp.execute("set_link", arguments);
  }

  private void unplug(String id) throws Exception {
    qmp.execute("device_del", Qmp.arguments("id", id));
    qmp.awaitEvent("DEVICE_DELETED", UNPLUG_LIMIT);
  }

  /** From now on it goes on when it restarts; otherwise a restart that nobody wants would be missed. */
  void letRestart() throws Exception {
    qmp.execute("set-action", Qmp.arguments("reboot", "reset"));
  }

  boolean isOn() {
    return process.isAlive();
  }

  /** Takes its power away, at once. */
  void cut() throws IOException {
    ProgramOutside.kill(process);
    hangUp();
  }

  private void hangUp() throws IOException {
    qmp.close();
    shell.close();
    printer.close();
    technician.close();
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
