package org.kashidashi.kiosk.counter.patron;

import org.kashidashi.kiosk.session.Preferences;

/**
 * How far the patron is.
 *
 * @param asked what the counter wants
 * @param typed how many digits of a PIN there are
 */
record PatronState(PatronRequest asked, int typed, Preferences preferences) {
  static PatronState resting(Preferences preferences) {
    return new PatronState(new PatronRequest.Rest(), 0, preferences);
  }

  PatronState asking(PatronRequest request) {
    return new PatronState(request, 0, preferences);
  }

  PatronState typed(int digits) {
    return new PatronState(asked, digits, preferences);
  }

  PatronState preferring(Preferences other) {
    return new PatronState(asked, typed, other);
  }
}
