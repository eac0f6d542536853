package org.kashidashi.kiosk.config;

import java.util.function.Function;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Wording;

/** A value that is written as text, whatever it means. */
record TextForm<T>(Wording allowed, T example, Parser<T> parser, Function<T, String> writer)
    implements Form<T> {
  /** From text to meaning. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws UnfitValueException;
  }

  @Override
  public T read(Object raw) throws UnfitValueException {
    if (raw instanceof String text) {
      return parser.parse(text);
    }
    throw new UnfitValueException(Problem.NO_TEXT.with(UnfitValueException.shown(raw)));
  }

  @Override
  public String write(T value) {
    return "\"" + writer.apply(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
