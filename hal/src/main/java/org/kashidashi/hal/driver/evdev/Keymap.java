package org.kashidashi.hal.driver.evdev;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** What is printed on the keys of a keyboard, plain and with Shift. */
public enum Keymap {
  /** ANSI INCITS 154: how scanners leave the factory. */
  US(List.of(
      new Row(2, "1234567890-=", "!@#$%^&*()_+"),
      new Row(16, "qwertyuiop[]", "QWERTYUIOP{}"),
      new Row(30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
      new Row(43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
      new Row(86, "\\", "|"))),
  /** JIS X 6002, the 106 and 109 keys sold in Japan; a space stands for a key without a character. */
  JP(List.of(
      new Row(2, "1234567890-^", "!\"#$%&'() =~"),
      new Row(16, "qwertyuiop@[", "QWERTYUIOP`{"),
      new Row(30, "asdfghjkl;: ", "ASDFGHJKL+* "),
      new Row(43, "]zxcvbnm,./", "}ZXCVBNM<>?"),
      new Row(89, "\\", "_"),
      new Row(124, "\\", "|")));

  private static final int KEY_SPACE = 57;

  /** Beyond these there are only keys without characters. */
  private static final int KEYS = 128;

  /** Neighbouring key codes, from the first one on. */
  private record Row(int first, String plain, String shifted) {
    Row {
      if (plain.length() != shifted.length()) {
        throw new IllegalArgumentException("row '%s' and '%s'".formatted(plain, shifted));
      }
    }
  }

  /** At the place of each key code its character; a zero where there is none. */
  private final String plain;

  private final String shifted;

  Keymap(List<Row> rows) {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(numberBlock());
    this.plain = table(all, Row::plain);
    this.shifted = table(all, Row::shifted);
  }

  /** The character of a key; empty if it has none. CapsLock turns Shift round for letters alone. */
  OptionalInt character(int code, boolean shift, boolean capsLock) {
    if (code < 0 || code >= KEYS) {
      return OptionalInt.empty();
    }
    boolean letter = plain.charAt(code) >= 'a' && plain.charAt(code) <= 'z';
    char character = (shift ^ (capsLock && letter) ? shifted : plain).charAt(code);
    return character == 0 ? OptionalInt.empty() : OptionalInt.of(character);
  }

  private static String table(List<Row> rows, Function<Row, String> characters) {
    char[] table = new char[KEYS];
    for (Row row : rows) {
      String text = characters.apply(row);
      for (int i = 0; i < text.length(); i++) {
        table[row.first + i] = text.charAt(i) == ' ' ? 0 : text.charAt(i);
      }
    }
    table[KEY_SPACE] = ' ';
    return new String(table);
  }

  /** The ten-key block says digits whatever NumLock says: no scanner moves a cursor. */
  private static List<Row> numberBlock() {
    return List.of(
        new Row(55, "*", "*"),
        new Row(71, "789-456+1230.", "789-456+1230."),
        new Row(98, "/", "/"),
        new Row(117, "=", "="),
        new Row(121, ",", ","));
  }
}
