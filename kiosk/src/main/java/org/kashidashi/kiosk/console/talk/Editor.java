package org.kashidashi.kiosk.console.talk;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/**
 * Edits lines with the keys of Emacs, and no more of them than a technician needs.
 *
 * <p>The library knows keys that start other programs, read files, repeat without bound or gather
 * what is pasted without bound. So every key that works is named here, and counted: what the library
 * keeps of a line grows with each.
 */
final class Editor {
  private static final int HISTORY_SIZE = 100;

  /** A line that takes more is a machine, or a cat on the keyboard. */
  private static final int KEYS_MAXIMUM = 2_048;

  private static final String TYPE = "console-type";
  private static final String COMPLETE = "console-complete";
  private static final String EXPLAIN = "console-explain";
  private static final String LEAVE = "console-leave";

  private final LineReader reader;
  private final Supplier<Suggestions> suggestions;
  private final AtomicInteger keys = new AtomicInteger();
  private boolean left;

  /**
   * An editor with an empty memory.
   *
   * @param suggestions of what is typed now
   */
  Editor(Terminal terminal, Supplier<Suggestions> suggestions) {
    this.suggestions = suggestions;
    // Nothing here is a shell's command: quotes and backslashes are characters like others.
    DefaultParser plain = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    this.reader = LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(plain)
        .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
        .variable(LineReader.BELL_STYLE, "audible")
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.BRACKETED_PASTE, false)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        .build();
    reader.getWidgets().put(TYPE, this::type);
    reader.getWidgets().put(COMPLETE, this::complete);
    reader.getWidgets().put(EXPLAIN, this::explain);
    reader.getWidgets().put(LEAVE, this::deleteOrLeave);
    KeyMap<Binding> map = keys();
    reader.getKeyMaps().put(LineReader.MAIN, map);
    reader.getKeyMaps().put(LineReader.EMACS, map);
  }

  /**
   * As {@link LineReader#readLine(String)}.
   *
   * @param command whether it is remembered
   */
  String read(String prompt, boolean command) {
    keys.set(0);
    left = false;
    reader.setVariable(LineReader.DISABLE_HISTORY, !command);
    return reader.readLine(prompt);
  }

  /** Whether the line that was read last ended with Ctrl-D, before anything was typed. */
  boolean left() {
    return left;
  }

  /** How many keys the line that is typed now has taken. Any thread. */
  int keysTyped() {
    return keys.get();
  }

  private KeyMap<Binding> keys() {
    KeyMap<Binding> map = new KeyMap<>();
    map.setAmbiguousTimeout(KeyMap.DEFAULT_AMBIGUOUS_TIMEOUT / 4);
    map.setUnicode(new Reference(TYPE));
    for (char sign = ' '; sign < KeyMap.del().charAt(0); sign++) {
      map.bind(new Reference(TYPE), String.valueOf(sign));
    }
    map.bind(new Reference(EXPLAIN), "?");
    map.bind(new Reference(COMPLETE), "\t");
    counted(map, LineReader.ACCEPT_LINE, "\r", "\n");
    counted(map, LineReader.BEGINNING_OF_LINE, ctrl('A'), "\u001b[H", "\u001bOH", "\u001b[1~");
    counted(map, LineReader.END_OF_LINE, ctrl('E'), "\u001b[F", "\u001bOF", "\u001b[4~");
    counted(map, LineReader.BACKWARD_CHAR, ctrl('B'), "\u001b[D", "\u001bOD");
    counted(map, LineReader.FORWARD_CHAR, ctrl('F'), "\u001b[C", "\u001bOC");
    counted(map, LineReader.BACKWARD_WORD, "\u001bb");
    counted(map, LineReader.FORWARD_WORD, "\u001bf");
    counted(map, LineReader.BACKWARD_DELETE_CHAR, KeyMap.del(), "\b");
    counted(map, LineReader.DELETE_CHAR, "\u001b[3~");
    map.bind(new Reference(LEAVE), ctrl('D'));
    counted(map, LineReader.KILL_LINE, ctrl('K'));
    counted(map, LineReader.KILL_WHOLE_LINE, ctrl('U'));
    counted(map, LineReader.BACKWARD_KILL_WORD, ctrl('W'), "\u001b\u007f");
    counted(map, LineReader.KILL_WORD, "\u001bd");
    counted(map, LineReader.YANK, ctrl('Y'));
    counted(map, LineReader.TRANSPOSE_CHARS, ctrl('T'));
    counted(map, LineReader.UP_HISTORY, ctrl('P'), "\u001b[A", "\u001bOA");
    counted(map, LineReader.DOWN_HISTORY, ctrl('N'), "\u001b[B", "\u001bOB");
    counted(map, LineReader.CLEAR_SCREEN, ctrl('L'));
    return map;
  }

  private static String ctrl(char letter) {
    return KeyMap.ctrl(letter);
  }

  private void counted(KeyMap<Binding> map, String name, String... sequences) {
    Widget widget = reader.getWidgets().get(name);
    if (widget == null) {
      throw new IllegalStateException("the line editor has no " + name);
    }
    String ours = "console-" + name;
    reader.getWidgets().put(ours, () -> counted(widget));
    map.bind(new Reference(ours), sequences);
  }

  private boolean counted(Widget widget) {
    if (keys.incrementAndGet() > KEYS_MAXIMUM) {
      return giveUp();
    }
    boolean done = widget.apply();
    int over = reader.getBuffer().length() - Line.LENGTH_MAXIMUM;
    if (over > 0) {
      reader.getBuffer().cursor(Line.LENGTH_MAXIMUM + over);
      reader.getBuffer().backspace(over);
    }
    return done;
  }

  /** As a shell has it: at the end of nothing, whoever types it goes. */
  private boolean deleteOrLeave() {
    return counted(() -> {
      if (reader.getBuffer().length() > 0) {
        reader.callWidget(LineReader.DELETE_CHAR);
        return true;
      }
      left = true;
      return giveUp();
    });
  }

  private boolean giveUp() {
    reader.getBuffer().clear();
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  private boolean type() {
    return counted(() -> insert(reader.getLastBinding()));
  }

  private boolean insert(String text) {
    boolean fits = reader.getBuffer().length() + text.length() <= Line.LENGTH_MAXIMUM;
    if (!fits || !text.codePoints().allMatch(Printable::shows)) {
      return beep();
    }
    reader.getBuffer().write(text);
    return true;
  }

  private boolean beep() {
    reader.callWidget(LineReader.BEEP);
    return true;
  }

  private boolean complete() {
    return counted(() -> {
      String typed = reader.getBuffer().upToCursor();
      List<String> words = suggestions.get().words(typed);
      String last = typed.substring(typed.lastIndexOf(' ') + 1);
      String common = common(words);
      if (words.isEmpty()) {
        return beep();
      }
      if (words.size() == 1) {
        return replace(last, common + " ");
      }
      if (common.length() > last.length()) {
        return replace(last, common);
      }
      int width = Math.max(Line.COLUMNS_MINIMUM, reader.getTerminal().getWidth());
      reader.printAbove(String.join("\n", Cells.columns(words, width - 1)));
      return true;
    });
  }

  private boolean replace(String last, String word) {
    reader.getBuffer().backspace(last.length());
    return insert(word);
  }

  /** Between quotes it is a character like any other. */
  private boolean explain() {
    return counted(() -> {
      String typed = reader.getBuffer().upToCursor();
      boolean quoted = typed.chars().filter(sign -> sign == '"').count() % 2 != 0;
      List<String> rows = suggestions.get().explain(typed);
      if (quoted || rows.isEmpty()) {
        return insert("?");
      }
      reader.printAbove(String.join("\n", rows));
      return true;
    });
  }

  private static String common(List<String> words) {
    return words.stream()
        .reduce((one, other) -> {
          int length = 0;
          int most = Math.min(one.length(), other.length());
          while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
          }
          return one.substring(0, length);
        })
        .orElse("");
  }
}
