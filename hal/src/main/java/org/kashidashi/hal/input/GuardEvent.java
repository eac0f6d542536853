package org.kashidashi.hal.input;

/** What an {@link InputGuard} saw. */
public sealed interface GuardEvent {
  /**
   * A keyboard is there that nobody has named; it is silenced.
   *
   * @param device its name and its vendor:product, cleaned of anything that is not printable, at most
   *     100 characters
   */
  record StrangerCame(String device) implements GuardEvent {}

  /** The last of them is gone. */
  record StrangersGone() implements GuardEvent {}
}
