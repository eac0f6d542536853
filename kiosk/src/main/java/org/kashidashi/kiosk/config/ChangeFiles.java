package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.sync.file.DurableFile;

/**
 * Where changes lie that were made on the machine: on the file system of the data, since the one
 * that the configuration stands on is read-only.
 *
 * <p>Whatever moment a power cut takes between two writes, a start finds the changes of before or
 * the new ones, and the new ones never without being on trial.
 */
record ChangeFiles(Path folder) {
  /** More than all settings together. */
  private static final int LONGEST = 64 * 1024;

  private static final String ACTIVE = "changes.toml";
  private static final String BEFORE = "before.toml";
  private static final String TRIAL = "trial";
  private static final String ROLLED_BACK = "rolled-back";

  static ChangeFiles of(List<Source> files) {
    return in(new Values(files).get(KioskSettings.STATE_DIRECTORY));
  }

  static ChangeFiles in(Path state) {
    return new ChangeFiles(state.resolve("config"));
  }

  /** The changes that hold. */
  Optional<Source> active() throws ConfigurationException {
    try {
      return text(ACTIVE).map(text -> Source.changes(folder.resolve(ACTIVE).toString(), text));
    } catch (IOException unreadable) {
      throw new ConfigurationException(List.of(new Mistake(
          folder.resolve(ACTIVE).toString(),
          0,
          "",
          "cannot be read (" + unreadable.getMessage() + ")",
          "check the file system of the data, or remove the file")));
    }
  }

  Optional<String> activeText() throws IOException {
    return text(ACTIVE);
  }

  /** How many starts have been tried with what is on trial; empty if nothing is. */
  Optional<Integer> trial() throws IOException {
    // What is unreadable was cut off at its first writing: no start has been counted.
    return text(TRIAL).map(text -> text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0);
  }

  /** Whether the last change was taken back because the kiosk did not come up with it. */
  boolean rolledBack() {
    return Files.exists(folder.resolve(ROLLED_BACK));
  }

  void count(int starts) throws IOException {
    write(TRIAL, Integer.toString(starts));
  }

  /** Puts changes on trial. */
  void begin(String changes) throws IOException {
    Files.createDirectories(folder);
    write(BEFORE, text(ACTIVE).orElse(""));
    write(TRIAL, "0");
    var _ = DurableFile.delete(folder.resolve(ROLLED_BACK));
    write(ACTIVE, changes);
  }

  /** The changes have proven themselves; those of before are kept for whoever wants them back. */
  void keep() throws IOException {
    var _ = DurableFile.delete(folder.resolve(TRIAL));
  }

  /**
   * Brings back what was before.
   *
   * @param byItself whether nobody has asked for it
   * @return false if nothing was before
   */
  boolean back(boolean byItself) throws IOException {
    Optional<String> before = text(BEFORE);
    if (before.isEmpty()) {
      keep();
      return false;
    }
    write(ACTIVE, before.get());
    if (byItself) {
      write(ROLLED_BACK, "");
    }
    var _ = DurableFile.delete(folder.resolve(BEFORE));
    keep();
    return true;
  }

  private Optional<String> text(String name) throws IOException {
    return DurableFile.read(folder.resolve(name), LONGEST)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws IOException {
    DurableFile.write(
        folder.resolve(name), text.getBytes(StandardCharsets.UTF_8), DurableFile.OWNER_ONLY);
  }
}
