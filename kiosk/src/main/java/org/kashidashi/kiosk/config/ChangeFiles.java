package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.sync.file.DurableFile;
import org.kashidashi.sync.file.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where changes lie that were made on the machine: on the file system of the data, since the one
 * that the configuration stands on is read-only.
 *
 * <p>Whatever moment a power cut takes between two writes, a start finds the changes of before or
 * the new ones, and the new ones never without being on trial.
 */
record ChangeFiles(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFiles.class);

  /** More than all settings together. */
  private static final int LONGEST = 64 * 1024;

  private static final String ACTIVE = "changes.toml";
  private static final String BEFORE = "before.toml";
  private static final String TRIAL = "trial";
  private static final String NUMBER = "trials";
  private static final String ROLLED_BACK = "rolled-back";
  private static final Pattern NUMBER_FORM = Pattern.compile("[0-9]{1,9}");
  private static final Pattern TRIAL_FORM = Pattern.compile("([0-9]{1,9}) ([0-9]{1,3})");

  /**
   * What is on trial.
   *
   * @param number no two changes of a machine have the same, so that a start of an older one cannot
   *     speak for a newer one
   * @param starts how many have been tried
   */
  record Trial(int number, int starts) {
    Trial counted() {
      return new Trial(number, starts + 1);
    }

    /** What is unreadable was cut off at its first writing: no start has been counted. */
    private static Trial read(String text) {
      Matcher form = TRIAL_FORM.matcher(text);
      return form.matches()
          ? new Trial(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)))
          : new Trial(0, 0);
    }

    private String text() {
      return number + " " + starts;
    }
  }

  static ChangeFiles of(List<Source> files) {
    return in(new Values(files).get(KioskSettings.STATE_DIRECTORY));
  }

  static ChangeFiles in(Path state) {
    return new ChangeFiles(state.resolve("config"));
  }

  /** The changes that hold. */
  Optional<Source> active() throws ConfigurationException {
    return source(ACTIVE);
  }

  /** The changes that held before those on trial; what holds, where nothing was before. */
  Optional<Source> proven() throws ConfigurationException {
    Optional<Source> before = source(BEFORE);
    return before.isPresent() ? before : active();
  }

  private Optional<Source> source(String name) throws ConfigurationException {
    try {
      Optional<Source> source =
          text(name).map(text -> Source.changes(folder.resolve(name).toString(), text));
      source.ifPresent(ChangeFiles::tellLeftOut);
      return source;
    } catch (IOException unreadable) {
      throw new ConfigurationException(List.of(new Mistake(
          folder.resolve(name).toString(),
          0,
          "",
          Problem.UNREADABLE.with(String.valueOf(unreadable.getMessage())),
          Remedy.CHECK_DISK.with())));
    }
  }

  /** An older program has admitted it, or somebody else has written it. */
  private static void tellLeftOut(Source source) {
    Configuration.settings().stream()
        .filter(source::oversteps)
        .forEach(setting -> LOG.warn(
            "{} holds {}, which cannot be changed on the machine: it is left out",
            source.name(),
            setting.key()));
  }

  Optional<String> activeText() throws IOException {
    return text(ACTIVE);
  }

  /** What is on trial; empty if nothing is. */
  Optional<Trial> trial() throws IOException {
    return text(TRIAL).map(Trial::read);
  }

  /** Whether the last change was taken back because the kiosk did not come up with it. */
  boolean rolledBack() {
    return Files.exists(folder.resolve(ROLLED_BACK));
  }

  /** Counts a start with what is on trial, unless it was taken back meanwhile. */
  void count(Trial trial) throws IOException {
    boolean _ = inTurn(() -> {
      boolean same = trial().filter(now -> now.number() == trial.number()).isPresent();
      if (same) {
        write(TRIAL, trial.text());
      }
      return same;
    });
  }

  /** A console and the kiosk, or two consoles, change these files. */
  private <T> T inTurn(Turn.Work<T> work) throws IOException {
    return new Turn(folder).take(work);
  }

  /**
   * Puts changes on trial.
   *
   * @throws IOException others are on trial, beside other reasons: what was before them is all that
   *     has proven itself
   */
  void begin(String changes) throws IOException {
    boolean _ = inTurn(() -> {
      beginNow(changes);
      return true;
    });
  }

  private void beginNow(String changes) throws IOException {
    if (trial().isPresent()) {
      throw new IOException("another change is on trial in " + folder);
    }
    write(BEFORE, text(ACTIVE).orElse(""));
    int number = text(NUMBER)
            .filter(text -> NUMBER_FORM.matcher(text).matches())
            .map(Integer::parseInt)
            .orElse(0)
        + 1;
    write(NUMBER, Integer.toString(number));
    write(TRIAL, new Trial(number, 0).text());
    var _ = DurableFile.delete(folder.resolve(ROLLED_BACK));
    write(ACTIVE, changes);
  }

  /**
   * The changes have proven themselves; those of before are kept for whoever wants them back.
   *
   * @param number of the trial that a start was counted for
   * @return false if that one is not on trial any more
   */
  boolean keep(int number) throws IOException {
    return inTurn(() -> {
      boolean same = trial().filter(now -> now.number() == number).isPresent();
      if (same) {
        endTrial();
      }
      return same;
    });
  }

  private void endTrial() throws IOException {
    var _ = DurableFile.delete(folder.resolve(TRIAL));
  }

  /**
   * Brings back what was before.
   *
   * @param byItself whether nobody has asked for it
   * @return false if nothing was before
   */
  boolean back(boolean byItself) throws IOException {
    if (text(BEFORE).isEmpty() && trial().isEmpty() && !rolledBack()) {
      return false;
    }
    return inTurn(() -> backNow(byItself));
  }

  private boolean backNow(boolean byItself) throws IOException {
    Optional<String> before = text(BEFORE);
    if (before.isEmpty()) {
      endTrial();
      // Taken back already: whoever asks for it has seen it, and health need not say it for ever.
      return DurableFile.delete(folder.resolve(ROLLED_BACK));
    }
    write(ACTIVE, before.get());
    if (byItself) {
      write(ROLLED_BACK, "");
    } else {
      var _ = DurableFile.delete(folder.resolve(ROLLED_BACK));
    }
    var _ = DurableFile.delete(folder.resolve(BEFORE));
    endTrial();
    return true;
  }

  /** Changes of which no line can be relied on; the kiosk does not start with them. */
  boolean dropDamaged() throws IOException {
    Optional<String> text = text(ACTIVE);
    return text.isPresent()
        && Source.changes(ACTIVE, text.get()).toml().hasErrors()
        && DurableFile.delete(folder.resolve(ACTIVE));
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
