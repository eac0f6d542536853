package org.kashidashi.hal.driver.evdev;

import java.util.Optional;

/** Follows the one finger that counts: the first on the glass. */
sealed interface Contacts permits SingleContact, SlottedContacts {
  /** More than ten fingers; what a panel tells of further slots is ignored. */
  int MAXIMUM_SLOTS = 16;

  /** Asks the device where it stands: the kernel tells only what changes. */
  void begin(EventDevice device) throws DeviceTroubleException;

  void accept(InputEvent event);

  /** Asked at the end of each frame; empty if the finger that counts is not on the glass. */
  Optional<Contact> first();
}
