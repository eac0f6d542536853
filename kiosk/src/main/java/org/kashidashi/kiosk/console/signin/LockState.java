package org.kashidashi.kiosk.console.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of failures to sign in, at one moment.
 *
 * @param failures when they were, in milliseconds since boot; each is forgotten after {@link #TERM}
 * @param locked whether the last of them locked the console
 */
record LockState(List<Long> failures, boolean locked) {
  static final int FAILURES_MAXIMUM = 5;
  static final Duration TERM = Duration.ofMinutes(15);

  private static final Pattern FORM =
      Pattern.compile("lock 1 ([a-z0-9-]{1,64}) (open|locked)((?: [0-9]{1,15}){0,5}) end\n");

  LockState {
    failures = List.copyOf(failures);
  }

  static LockState open() {
    return new LockState(List.of(), false);
  }

  /** Locked from now on. */
  static LockState lockedAt(long now) {
    return new LockState(List.of(now), true);
  }

  /**
   * What a file says.
   *
   * <p>Another start of the machine had another clock, so nobody knows how long ago a failure of
   * then was: it counts from now, and a lock starts anew.
   *
   * @return empty if the file is damaged
   */
  static Optional<LockState> parse(String text, String boot, long now) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean same = matcher.group(1).equals(boot);
    List<Long> failures = Arrays.stream(matcher.group(3).split(" "))
        .filter(number -> !number.isEmpty())
        .map(number -> same ? Long.parseLong(number) : now)
        .toList();
    boolean locked = matcher.group(2).equals("locked");
    boolean odd =
        failures.stream().anyMatch(failure -> failure > now) || (locked && failures.isEmpty());
    return odd ? Optional.empty() : Optional.of(new LockState(failures, locked).at(now));
  }

  String written(String boot) {
    StringBuilder text = new StringBuilder("lock 1 ").append(boot);
    text.append(locked ? " locked" : " open");
    failures.forEach(failure -> text.append(' ').append(failure));
    return text.append(" end\n").toString();
  }

  /** What is left of it by then. */
  LockState at(long now) {
    if (locked) {
      return left(now).isPositive() ? this : open();
    }
    return new LockState(
        failures.stream().filter(failure -> now - failure < TERM.toMillis()).toList(), false);
  }

  /** How long it stays locked; zero if it is not. */
  Duration left(long now) {
    return locked ? TERM.minusMillis(now - failures.getLast()) : Duration.ZERO;
  }

  LockState failedAt(long now) {
    List<Long> more = new ArrayList<>(failures);
    more.add(now);
    return new LockState(more, more.size() >= FAILURES_MAXIMUM);
  }

  /** As if the attempt at that moment had not been. */
  LockState without(long attempt) {
    List<Long> fewer = new ArrayList<>(failures);
    boolean ours = fewer.remove(attempt);
    return new LockState(fewer, locked && !(ours && fewer.size() < FAILURES_MAXIMUM));
  }
}
