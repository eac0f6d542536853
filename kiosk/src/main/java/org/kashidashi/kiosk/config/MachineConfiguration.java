package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.MistakenFileException;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The configuration of this machine, changed key by key; what is gathered lives in memory. */
public final class MachineConfiguration implements ConfigurationEditor {
  private static final Logger LOG = LoggerFactory.getLogger(MachineConfiguration.class);
  private static final int LONGEST_VALUE = 4_096;

  /** What nobody reads but a printer. */
  private static final Pattern PRINTER = Pattern.compile("(/dev/(usb/)?lp[0-9]{1,2})?");

  private static final String TERMINAL = "terminal";

  /** What is in no file yet. */
  private static final String GATHERED = "changes";

  private final Path file;

  /** Key to TOML; empty takes a change back. */
  private final Map<String, Optional<String>> gathered = new TreeMap<>();

  /**
   * @param file the one that the machine was set up with
   */
  public MachineConfiguration(Path file) {
    this.file = file;
  }

  @Override
  public List<Line> lines() throws IOException {
    List<Source> files = files();
    Map<String, String> changes = changes(ChangeFiles.of(files));
    Values values = with(files, changes);
    List<Line> lines = new ArrayList<>();
    for (Setting<?> setting : Configuration.settings()) {
      // As it would be written, not as the table of settings quotes it.
      String value = values.written(setting).orElseGet(() -> setting.standard().replace("`", ""));
      lines.add(new Line(setting.key(), value, changes.containsKey(setting.key())));
    }
    return lines;
  }

  @Override
  public List<Mistake> set(String key, String value) throws IOException {
    Optional<Setting<?>> setting = setting(key);
    if (setting.isEmpty()) {
      return refused(
          UnfitValueException.shown(key),
          Problem.NOT_A_SETTING.with(),
          Remedy.LOOK_AT_SETTINGS.with());
    }
    if (setting.get().reach() == Setting.Reach.FILE_ONLY) {
      return refused(key, Problem.FILE_ONLY.with(), Remedy.CHANGE_FILE.with());
    }
    if (value.isEmpty()) {
      gathered.put(key, Optional.empty());
      return List.of();
    }
    try {
      String literal = literal(setting.get(), value);
      if (!setting.get().reach().admits(texts(literal))) {
        return refused(
            key,
            Problem.OUT_OF_REACH.with(UnfitValueException.shown(value)),
            Remedy.DEVICE_OR_FILE.with());
      }
      if (namesLine(setting.get(), texts(literal))) {
        return refused(
            key,
            Problem.LINE_OF_TECHNICIANS.with(UnfitValueException.shown(value)),
            Remedy.OTHER_DEVICE.with());
      }
      gathered.put(key, Optional.of(literal));
      return List.of();
    } catch (UnfitValueException unfit) {
      return refused(key, unfit.problem(), Remedy.GIVE.with(setting.get().form().allowed()));
    }
  }

  private static List<Mistake> refused(String key, Wording problem, Wording remedy) {
    return List.of(new Mistake("", 0, key, problem, remedy));
  }

  /** What patrons see or take home must not go to whoever sits at a console. */
  private boolean namesLine(Setting<?> setting, List<String> values) throws IOException {
    if (setting.reach() != Setting.Reach.DEVICE) {
      return false;
    }
    List<String> lines = new Values(files()).get(ConsoleSettings.LINES);
    return values.stream()
        .filter(value -> !value.isEmpty())
        .anyMatch(value -> LineRules.serves(Path.of(value), lines));
  }

  @Override
  public boolean redirects(String key, String value) {
    Optional<Setting<?>> setting = setting(key);
    if (setting.isEmpty() || value.isEmpty()) {
      return false;
    }
    try {
      List<String> texts = texts(literal(setting.get(), value));
      boolean slips = key.equals(PrinterSettings.PATH.key())
          && texts.stream().anyMatch(text -> !PRINTER.matcher(text).matches());
      return slips || (key.equals(DisplaySettings.DRIVER.key()) && texts.contains(TERMINAL));
    } catch (UnfitValueException unfit) {
      LOG.debug("{} will not be set", key, unfit);
      return false;
    }
  }

  @Override
  public List<Change> gathered() throws IOException {
    List<Source> files = files();
    Map<String, String> changes = changes(ChangeFiles.of(files));
    Values now = with(files, changes);
    Values then = with(files, candidate(changes));
    List<Change> all = new ArrayList<>();
    for (String key : gathered.keySet()) {
      Setting<?> setting = setting(key).orElseThrow();
      Optional<String> before = now.written(setting);
      Optional<String> after = then.written(setting);
      if (!before.equals(after)) {
        all.add(new Change(key, before, after));
      }
    }
    return all;
  }

  @Override
  public List<Mistake> check() throws IOException {
    List<Source> files = files();
    ChangeFiles changeFiles = ChangeFiles.of(files);
    try {
      Optional<Source> changes = gathered.isEmpty()
          ? changeFiles.active()
          : Optional.of(Source.changes(GATHERED, text(candidate(changes(changeFiles)))));
      Configuration.read(files, changes);
      return List.of();
    } catch (ConfigurationException wrong) {
      return wrong.mistakes().stream().map(MachineConfiguration::placed).toList();
    }
  }

  /** With the file and the line, where there is one: somebody has to find it. */
  private static Mistake placed(Mistake mistake) {
    return mistake.file().equals(GATHERED)
        ? new Mistake("", 0, mistake.key(), mistake.problem(), mistake.remedy())
        : mistake;
  }

  @Override
  public List<Mistake> commit() throws IOException {
    if (onTrial()) {
      return refused("", Problem.ANOTHER_ON_TRIAL.with(), Remedy.WAIT_OR_ROLL_BACK.with());
    }
    List<Mistake> mistakes = check();
    if (mistakes.isEmpty()) {
      // The trail knows that something was changed; what, is for the log. No patron is in it.
      for (Change change : gathered()) {
        LOG.warn("a console changes {} to {}", change.key(), change.after().orElse("its usual"));
      }
      ChangeFiles changeFiles = ChangeFiles.of(files());
      changeFiles.begin(text(candidate(changes(changeFiles))));
      gathered.clear();
    }
    return mistakes;
  }

  @Override
  public void drop() {
    gathered.clear();
  }

  @Override
  public boolean onTrial() throws IOException {
    return ChangeFiles.of(files()).trial().isPresent();
  }

  @Override
  public boolean rolledBack() throws IOException {
    return ChangeFiles.of(files()).rolledBack();
  }

  @Override
  public boolean rollBack() throws IOException {
    gathered.clear();
    ChangeFiles changeFiles = ChangeFiles.of(files());
    return changeFiles.back(false) || changeFiles.dropDamaged();
  }

  private List<Source> files() throws IOException {
    try {
      return Source.read(file);
    } catch (ConfigurationException unreadable) {
      throw new MistakenFileException(unreadable.mistakes(), unreadable);
    }
  }

  private static Optional<Setting<?>> setting(String key) {
    return Configuration.settings().stream()
        .<Setting<?>>map(setting -> setting)
        .filter(setting -> setting.key().equals(key))
        .findFirst();
  }

  /** Keys and values of the changes that hold, those aside that are no settings any more. */
  private static Map<String, String> changes(ChangeFiles files) throws IOException {
    Map<String, String> changes = new TreeMap<>();
    Optional<String> text = files.activeText();
    if (text.isPresent()) {
      Values values = new Values(List.of(Source.changes("changes", text.get())));
      for (Setting<?> setting : Configuration.settings()) {
        values.written(setting).ifPresent(value -> changes.put(setting.key(), value));
      }
    }
    return changes;
  }

  private Map<String, String> candidate(Map<String, String> changes) {
    Map<String, String> candidate = new TreeMap<>(changes);
    gathered.forEach((key, value) ->
        value.ifPresentOrElse(literal -> candidate.put(key, literal), () -> candidate.remove(key)));
    return candidate;
  }

  private static Values with(List<Source> files, Map<String, String> changes) {
    List<Source> sources = new ArrayList<>(files);
    sources.addFirst(Source.changes(GATHERED, text(changes)));
    return new Values(sources);
  }

  private static String text(Map<String, String> changes) {
    StringBuilder text = new StringBuilder();
    changes.forEach((key, value) -> text.append("%s = %s\n".formatted(key, value)));
    return text.toString();
  }

  /** What was typed, as TOML or, where that does not fit, as a text without its quotes. */
  private static <T> String literal(Setting<T> setting, String typed) throws UnfitValueException {
    if (typed.length() > LONGEST_VALUE
        || !typed.codePoints().allMatch(MachineConfiguration::plain)) {
      throw new UnfitValueException(Problem.VALUE_TOO_LONG.with(LONGEST_VALUE));
    }
    Object raw = raw(typed);
    if (raw != null) {
      try {
        return setting.form().write(setting.form().read(raw));
      } catch (UnfitValueException unfit) {
        if (raw instanceof String) {
          throw unfit;
        }
      }
    }
    return setting.form().write(setting.form().read(typed));
  }

  private static List<String> texts(String literal) {
    return Source.texts(raw(literal));
  }

  private static boolean plain(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.UNASSIGNED
        && Character.getType(character) != Character.SURROGATE;
  }

  private static @Nullable Object raw(String typed) {
    TomlParseResult parsed = Toml.parse("typed = " + typed);
    return parsed.hasErrors() ? null : parsed.get(List.of("typed"));
  }
}
