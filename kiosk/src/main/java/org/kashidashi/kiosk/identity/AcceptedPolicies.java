package org.kashidashi.kiosk.identity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The certificate policies of which a user-authentication certificate must name one.
 *
 * @param identifiers object identifiers in dotted form, 1 to 8
 */
public record AcceptedPolicies(Set<String> identifiers) {
  /** Of the user-authentication certificates on My Number Cards. */
  public static final String USER_AUTHENTICATION = "1.2.392.200149.8.5.1.3.30";

  private static final Pattern FORM = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,9})){1,20}");
  private static final int MOST = 8;

  public AcceptedPolicies {
    identifiers = Set.copyOf(identifiers);
    if (identifiers.isEmpty() || identifiers.size() > MOST) {
      throw new IllegalArgumentException(
          "%d policies, need 1 to %d".formatted(identifiers.size(), MOST));
    }
    if (!identifiers.stream().allMatch(AcceptedPolicies::isIdentifier)) {
      throw new IllegalArgumentException("policies %s, need object identifiers such as %s"
          .formatted(new TreeSet<>(identifiers), USER_AUTHENTICATION));
    }
  }

  public static AcceptedPolicies production() {
    return new AcceptedPolicies(Set.of(USER_AUTHENTICATION));
  }

  /** For test cards whose authority writes another policy. */
  public AcceptedPolicies and(Collection<String> more) {
    Set<String> all = new TreeSet<>(identifiers);
    all.addAll(more);
    return new AcceptedPolicies(all);
  }

  public static boolean isIdentifier(String text) {
    return FORM.matcher(text).matches();
  }
}
