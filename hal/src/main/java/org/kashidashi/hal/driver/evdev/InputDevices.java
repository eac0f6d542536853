package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kashidashi.hal.posix.Posix;

/** The folder in which the kernel shows its input devices. Any thread. */
public final class InputDevices {
  /** More event files than any machine has; what lies beyond is not looked at. */
  static final int MAXIMUM_FILES = 256;

  private static final Pattern EVENT_FILE = Pattern.compile("event\\d{1,5}");
  private static final List<String> LINK_FOLDERS = List.of("by-id", "by-path");

  private final Path folder;
  private final DeviceQuestions questions;
  private final Posix posix = new Posix();

  /**
   * A folder of event files, and who answers for them.
   *
   * @param folder holds {@code event0} and so on; need not exist yet
   */
  public InputDevices(Path folder, DeviceQuestions questions) {
    this.folder = folder;
    this.questions = questions;
  }

  /** The devices of this machine. */
  public static InputDevices ofKernel() {
    return new InputDevices(Path.of("/dev/input"), new KernelQuestions(new Posix()));
  }

  FolderWatch watch() {
    return new FolderWatch(folder);
  }

  /** The event files that are there, in order of their names. */
  List<Path> files() {
    return entries(folder).stream()
        .filter(path -> EVENT_FILE.matcher(path.getFileName().toString()).matches())
        .toList();
  }

  /** The paths under which a rule may know an event file: its own, and those of its links. */
  List<String> pathsOf(Path file) {
    List<String> paths = new ArrayList<>(List.of(file.toString()));
    for (String name : LINK_FOLDERS) {
      for (Path link : entries(folder.resolve(name))) {
        if (leadsTo(link, file)) {
          paths.add(link.toString());
        }
      }
    }
    return paths;
  }

  EventDevice open(Path file) throws DeviceTroubleException {
    return EventDevice.open(posix, questions, file);
  }

  /**
   * Opens the one device that a rule means.
   *
   * @param fits whether a device can do what it is wanted for; several files of one device may match
   * @param role what it is wanted for, for people
   * @throws DeviceTroubleException if there is none, or more than one
   */
  EventDevice find(InputRule rule, Predicate<DeviceDescription> fits, String role)
      throws DeviceTroubleException {
    List<EventDevice> fitting = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Path file : files()) {
      try {
        EventDevice device = open(file);
        boolean matches = rule.fits(device.description(), pathsOf(file));
        if (matches && fits.test(device.description())) {
          fitting.add(device);
        } else {
          device.close();
          if (matches) {
            reasons.add("%s (%s) matches, but cannot be a %s"
                .formatted(file, device.description().label(), role));
          }
        }
      } catch (DeviceTroubleException e) {
        reasons.add(e.reason());
      }
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    fitting.forEach(EventDevice::close);
    throw new DeviceTroubleException(reason(fitting, rule, role, reasons));
  }

  private String reason(
      List<EventDevice> fitting, InputRule rule, String role, List<String> reasons) {
    if (fitting.isEmpty()) {
      return "no %s with %s in %s, check plug and rule%s"
          .formatted(role, rule, folder, reasons.isEmpty() ? "" : "; " + reasons.getFirst());
    }
    return "%s all match %s, make the rule say one of them"
        .formatted(
            fitting.stream()
                .limit(4)
                .map(device ->
                    "%s (%s)".formatted(device.path(), device.description().label()))
                .collect(Collectors.joining(", ")),
            rule);
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.isSymbolicLink(link) && Files.isSameFile(link, file);
    } catch (IOException e) {
      return false; // one of them has gone meanwhile, or points nowhere
    }
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (entries.size() == MAXIMUM_FILES) {
          break;
        }
        entries.add(entry);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // a machine without any such device has no such folder
    }
    entries.sort(null);
    return entries;
  }
}
