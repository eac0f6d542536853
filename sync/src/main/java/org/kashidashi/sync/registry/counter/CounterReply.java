package org.kashidashi.sync.registry.counter;

import java.util.List;

/** A registry's answer to a counter. */
public sealed interface CounterReply<T> {
  record Ok<T>(T value) implements CounterReply<T> {}

  /**
   * A rule speaks against it; staff are told which.
   *
   * @param places where it is done instead, as people are sent there; empty where the registry names
   *     none
   */
  record Refused<T>(CounterRefusal refusal, List<String> places) implements CounterReply<T> {
    public Refused {
      places = List.copyOf(places);
    }

    public Refused(CounterRefusal refusal) {
      this(refusal, List.of());
    }
  }

  /** The ticket is over, or was never one. */
  record NotSignedIn<T>() implements CounterReply<T> {}

  /** The role of this member of staff does not allow it. */
  record NotAllowed<T>() implements CounterReply<T> {}

  /** It cannot be asked now; whether it was done is not known. */
  record Unreachable<T>(String reason) implements CounterReply<T> {}
}
