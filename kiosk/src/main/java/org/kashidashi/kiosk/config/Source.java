package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * One file of the configuration.
 *
 * @param name for whoever has to mend it
 * @param inherited whether another machine may have the same
 * @param limited whether it was changed on the machine, so that it gives what may be changed there
 *     and nothing else, whoever has written it
 */
record Source(String name, TomlParseResult toml, boolean inherited, boolean limited) {
  /** The key under which a file names those whose settings hold where it gives none of its own. */
  static final String INHERIT = "inherit";

  private static final int MOST_INHERITED = 4;

  /** More than any configuration needs. */
  private static final int LONGEST_FILE = 256 * 1024;

  /** The file, and after it those it inherits from, the nearest first. */
  static List<Source> read(Path file) throws ConfigurationException {
    List<Source> sources = new ArrayList<>();
    Source own = parse(file, false);
    sources.add(own);
    for (Path inherited : own.inheritance(file).reversed()) {
      Source source = parse(inherited, true);
      if (source.toml.contains(List.of(INHERIT))) {
        throw whole(inherited, Problem.INHERITS_ITSELF.with(), Remedy.NAME_ALL_IN.with(file));
      }
      sources.add(source);
    }
    return List.copyOf(sources);
  }

  /** A file of which nothing can be read: it gives no setting. */
  static Source none(Path file) {
    return changes(file.toString(), "");
  }

  /** What was changed on the machine, as it stands in no file yet or in one of its own. */
  static Source changes(String name, String text) {
    return new Source(name, Toml.parse(text), false, true);
  }

  private static Source parse(Path file, boolean inherited) throws ConfigurationException {
    return new Source(file.toString(), Toml.parse(text(file)), inherited, false);
  }

  /** What it gives for a setting, as TOML has it; null if that is nothing, or nothing it may give. */
  @Nullable
  Object raw(Setting<?> setting) {
    Object value = written(setting);
    return value == null || !limited || setting.reach().admits(texts(value)) ? value : null;
  }

  /** Whether it holds something for a setting that it may not give. */
  boolean oversteps(Setting<?> setting) {
    return written(setting) != null && raw(setting) == null;
  }

  /** Step by step, because a section may be something else than a table. */
  private @Nullable Object written(Setting<?> setting) {
    Object value = toml;
    for (String name : setting.key().split("\\.", -1)) {
      if (!(value instanceof TomlTable table)) {
        return null;
      }
      value = table.get(List.of(name));
    }
    return value;
  }

  /** What stands in a value: its elements, where it is a list. */
  static List<String> texts(@Nullable Object raw) {
    return raw instanceof TomlArray list
        ? list.toList().stream().map(String::valueOf).toList()
        : List.of(String.valueOf(raw));
  }

  /** From the most general to the nearest. */
  private List<Path> inheritance(Path file) throws ConfigurationException {
    Object raw = toml.get(List.of(INHERIT));
    if (raw == null) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    if (raw instanceof TomlArray array && array.size() <= MOST_INHERITED) {
      for (Object name : array.toList()) {
        if (name instanceof String path) {
          files.add(resolved(file, path));
        }
      }
      if (files.size() == array.size()) {
        return List.copyOf(files);
      }
    }
    throw whole(file, Problem.INHERITS_NO_LIST.with(), Remedy.NAME_AT_MOST.with(MOST_INHERITED));
  }

  private static Path resolved(Path file, String name) throws ConfigurationException {
    try {
      return file.resolveSibling(name);
    } catch (InvalidPathException odd) {
      throw whole(file, Problem.INHERITS_NO_PATH.with(), Remedy.NAME_FILE.with());
    }
  }

  private static String text(Path file) throws ConfigurationException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_FILE + 1);
    } catch (IOException failure) {
      throw whole(file, Problem.UNREADABLE.with(failure), Remedy.CHECK_PATH.with());
    }
    if (bytes.length > LONGEST_FILE) {
      throw whole(file, Problem.FILE_TOO_LONG.with(LONGEST_FILE), Remedy.SHORTEN.with());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw whole(file, Problem.NOT_UTF8.with(), Remedy.SAVE_AS_UTF8.with());
    }
  }

  private static ConfigurationException whole(Path file, Wording problem, Wording remedy) {
    return new ConfigurationException(
        List.of(new Mistake(file.toString(), 0, "", problem, remedy)));
  }
}
