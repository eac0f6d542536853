package org.kashidashi.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.kiosk.session.Offers.Service;
import org.kashidashi.kiosk.session.Preferences;

/** The buttons that many screens have beside their own. */
final class Extras {
  private Extras() {}

  /** S0. */
  static List<Choice> ofIdle(KioskState state, Offers offers) {
    List<Choice> choices = new ArrayList<>();
    choices.add(text(state.preferences()));
    choices.add(colours(state.preferences()));
    if (offers.languages().size() > 1) {
      choices.add(Choice.LANGUAGES);
    }
    if (offers.has(Service.PRACTICE)) {
      choices.add(Choice.PRACTICE);
    }
    return List.copyOf(choices);
  }

  /**
   * S4. What is not always there comes last, so that the others keep their keys.
   *
   * @param cancellable whether something was lent that can be taken back
   */
  static List<Choice> ofLending(KioskState state, Offers offers, boolean cancellable) {
    List<Choice> choices = new ArrayList<>();
    choices.add(text(state.preferences()));
    choices.addAll(staff(state, offers));
    if (offers.has(Service.OWN_LOANS)) {
      choices.add(Choice.OWN_LOANS);
    }
    if (offers.has(Service.RETURN)) {
      choices.add(Choice.GIVE_BACK);
    }
    if (offers.has(Service.CANCEL) && cancellable) {
      choices.add(Choice.CANCEL_LAST);
    }
    return List.copyOf(choices);
  }

  /** E-306. */
  static List<Choice> ofCutShort(KioskState state, Offers offers) {
    List<Choice> choices = new ArrayList<>();
    choices.add(text(state.preferences()));
    choices.addAll(staff(state, offers));
    return List.copyOf(choices);
  }

  /** The help has everything that has found no place elsewhere. */
  static List<Choice> ofHelp(KioskState state, Offers offers) {
    List<Choice> choices = new ArrayList<>();
    choices.add(text(state.preferences()));
    choices.add(colours(state.preferences()));
    choices.addAll(staff(state, offers));
    return List.copyOf(choices);
  }

  private static Choice text(Preferences preferences) {
    return preferences.large() ? Choice.NORMAL_TEXT : Choice.LARGE_TEXT;
  }

  private static Choice colours(Preferences preferences) {
    return preferences.contrast() ? Choice.NORMAL_COLOURS : Choice.HIGH_CONTRAST;
  }

  private static List<Choice> staff(KioskState state, Offers offers) {
    if (!offers.has(Service.STAFF_CALL)) {
      return List.of();
    }
    return List.of(state.station().calling() ? Choice.STAFF_CALLED : Choice.CALL_STAFF);
  }
}
