package org.kashidashi.kiosk.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.proof.ProofLibrary;

/**
 * The place of one proof: the image, the library around it, the disk with the loans, and folders to
 * work in.
 */
@SuppressWarnings("try") // closing waits for programs, and only the main thread of the proof closes
final class Station implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(8);
  private static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(60);
  private static final int ITEMS = 2_000;

  private final Path image;
  private final Path pictures;
  private final Path folder;
  private final HostLibrary library;
  private final Disk disk;
  private int next;

  private Station(Path image, Path pictures, Path folder, HostLibrary library, Disk disk) {
    this.image = image;
    this.pictures = pictures;
    this.folder = folder;
    this.library = library;
    this.disk = disk;
  }

  /**
   * Prepares everything up to the switch.
   *
   * @param image the folder that packaging/vm has built
   * @param proof what is proved: the folder in it for this proof's pictures, which is emptied
   */
  static Station open(Path image, String proof) throws Exception {
    Path pictures = image.resolve(proof);
    ProgramOutside.run(List.of("rm", "-rf", pictures.toString()), image.resolve("disk.log"));
    Files.createDirectory(pictures);
    TechniciansLine.forget(image);
    Path folder = Files.createTempDirectory("kashidashi-vm");
    HostLibrary library = HostLibrary.open(Files.createDirectory(folder.resolve("library")), ITEMS);
    Path files = Files.createDirectory(folder.resolve("files"));
    library.layOut(files);
    Path log = image.resolve("disk.log");
    ProgramOutside.run(List.of("chmod", "-R", "a+rX", files.toString()), log);
    Disk disk = Disk.make(image.resolve("loans.img"), files, log);
    return new Station(image, pictures, folder, library, disk);
  }

  HostLibrary library() {
    return library;
  }

  Disk disk() {
    return disk;
  }

  /** Where pictures of the panel are left. */
  Path pictures() {
    return pictures;
  }

  /** Where logs are left. */
  Path logs() {
    return image;
  }

  Path folder() {
    return folder;
  }

  /** Switches on with the disk as it is. */
  Machine switchOn() throws Exception {
    return switchOn("driver=raw,file.driver=file,file.filename=" + disk.image());
  }

  /** Switches on with the disk behind something. */
  Machine switchOn(String drive) throws Exception {
    return Machine.switchOn(image, folder, drive, library.centralPort());
  }

  /** Waits until a patron could borrow; gives how long that took since the switch. */
  Duration awaitFirstScreen(Machine machine) throws Exception {
    try {
      new Patron(machine, pictures).awaitFirstScreen(START_LIMIT);
    } catch (ProofFailedException late) {
      machine.glass().keep(pictures, "no-first-screen");
      throw new ProofFailedException(late.getMessage() + "\n" + journal(machine));
    }
    return machine.age();
  }

  /** Makes the kiosk known to central, as a technician would. */
  void enrol(Machine machine) throws Exception {
    machine.shell().awaitReady(START_LIMIT);
    machine
        .shell()
        .run("runuser -u kashidashi -- kiosk enrol --config /etc/kashidashi/kiosk.toml --code "
            + library.enrolmentCode());
  }

  /** What was brought to the machine before its first start, once more, as for a new disk. */
  void layOutAgain(Machine machine) throws Exception {
    machine.shell().awaitReady(START_LIMIT);
    Path files = folder.resolve("files");
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path there =
            Path.of("/var/lib/kashidashi").resolve(files.relativize(file).toString());
        String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        String _ = machine
            .shell()
            .run("mkdir -p %s && echo %s | base64 -d >%s && chmod -R a+rX %s"
                .formatted(there.getParent(), content, there, there));
      }
    }
  }

  static String journal(Machine machine) throws Exception {
    return machine
        .shell()
        .attempt(
            "systemctl status kashidashi --no-pager -n 0; journalctl -u kashidashi -n 60 -o cat")
        .output();
  }

  /** An item that nobody has borrowed yet. */
  int nextItem() {
    return next++;
  }

  /** Waits until central has these loans, once each. */
  void awaitAtCentral(int from, int to) throws Exception {
    for (int index = from; index < to; index++) {
      String barcode = ProofLibrary.barcode(index);
      Patience.until(
          "the loan of %s at central".formatted(barcode),
          ARRIVAL_LIMIT,
          () -> Optional.of(library.loansAtCentral().getOrDefault(barcode, 0) == 1));
    }
  }

  /** Waits until central has everything that was given out by {@link #nextItem}. */
  void awaitAllAtCentral() throws Exception {
    awaitAtCentral(0, next);
  }

  @Override
  public void close() throws Exception {
    library.close();
    ProgramOutside.run(List.of("rm", "-r", folder.toString()), image.resolve("disk.log"));
  }
}
