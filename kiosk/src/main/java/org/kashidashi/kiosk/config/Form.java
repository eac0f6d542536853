package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Wording;

/**
 * What values a setting may have.
 *
 * @param <T> what a value means
 */
interface Form<T> {
  /**
   * The meaning of a value.
   *
   * @param raw as the TOML reader gives it: String, Long, Boolean, TomlArray ...
   */
  T read(Object raw) throws UnfitValueException;

  /** The allowed values, such as "1 to 100". */
  Wording allowed();

  /** Any allowed value: it stands in for a wrong one until all mistakes are found. */
  T example();

  /** A value as it is written in the file. */
  String write(T value);
}
