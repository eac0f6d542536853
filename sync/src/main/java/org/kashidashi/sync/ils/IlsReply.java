package org.kashidashi.sync.ils;

/** What a library system says when it is asked about a patron or an item. */
public sealed interface IlsReply<T> {
  record Found<T>(T value) implements IlsReply<T> {}

  /** It knows none such. */
  record NotFound<T>() implements IlsReply<T> {}

  /**
   * It did not answer in time, or not sensibly.
   *
   * @param reason for the log; without personal values
   */
  record Unreachable<T>(String reason) implements IlsReply<T> {}
}
