package org.kashidashi.central.registry;

import org.kashidashi.sync.registry.counter.CounterRefusal;

/** What became of what a counter asked for. */
public sealed interface Verdict<T> {
  record Granted<T>(T value) implements Verdict<T> {}

  record Refused<T>(CounterRefusal refusal) implements Verdict<T> {}
}
