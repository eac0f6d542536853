package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kiosk's program as it is shipped: out of the newest package, in the place where it is
 * installed; without one, the built jar with the package's options.
 *
 * @param tree the unpacked package; empty if there is none
 */
record ShippedProgram(Path tree) {
  private static final Path NONE = Path.of("");

  /** The tree over /usr/lib, then the program: it is the same process throughout. */
  private static final String IN_PLACE = """
      mount -t overlay overlay -o "lowerdir=$1/usr/lib:/usr/lib" /usr/lib || exit 1
      shift
      exec "$@"
      """;

  static ShippedProgram unpackedBelow(Path folder) throws IOException, InterruptedException {
    try {
      BuiltPackage built = BuiltPackage.newest();
      Path tree = Files.createDirectory(folder.resolve("package"));
      built.unpack(tree);
      return new ShippedProgram(tree);
    } catch (SkippedException none) {
      return new ShippedProgram(NONE);
    }
  }

  String what() {
    return tree.equals(NONE) ? "the jar, without the package's cache" : "the package";
  }

  /**
   * A command of it.
   *
   * @param before what goes in front of the virtual machine, such as setsid
   * @param optionFiles of the virtual machine's options, as the package names them
   */
  List<String> command(List<String> before, List<String> optionFiles, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (!tree.equals(NONE)) {
      command.addAll(
          List.of("unshare", "--mount", "--", "sh", "-c", IN_PLACE, "sh", tree.toString()));
    }
    command.addAll(before);
    if (tree.equals(NONE)) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      for (String file : optionFiles) {
        command.addAll(options(file));
      }
      command.addAll(List.of("-jar", KioskProcess.jar().toString()));
    } else {
      command.add("/usr/lib/kashidashi/runtime/bin/java");
      optionFiles.forEach(file -> command.add("@/usr/lib/kashidashi/" + file));
      command.addAll(List.of("-jar", "/usr/lib/kashidashi/kiosk.jar"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** Those of the package that need none of its files. */
  private static List<String> options(String name) throws IOException {
    Path file = KioskProcess.top().resolve("packaging").resolve("package").resolve(name);
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("-") && !line.contains("/usr/lib/"))
        .filter(line -> !line.contains(".lib."))
        .toList();
  }
}
