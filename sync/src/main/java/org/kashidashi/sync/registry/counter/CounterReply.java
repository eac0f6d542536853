package org.kashidashi.sync.registry.counter;

/** A registry's answer to a counter. */
public sealed interface CounterReply<T> {
  record Ok<T>(T value) implements CounterReply<T> {}

  /** A rule speaks against it; staff are told which. */
  record Refused<T>(CounterRefusal refusal) implements CounterReply<T> {}

  /** The ticket is over, or was never one. */
  record NotSignedIn<T>() implements CounterReply<T> {}

  /** The role of this member of staff does not allow it. */
  record NotAllowed<T>() implements CounterReply<T> {}

  /** It cannot be asked now; whether it was done is not known. */
  record Unreachable<T>(String reason) implements CounterReply<T> {}
}
