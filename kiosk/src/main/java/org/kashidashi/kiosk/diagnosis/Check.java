package org.kashidashi.kiosk.diagnosis;

/** What a technician can try. */
public enum Check {
  /** The reader answers. */
  READER(false),
  /** A card that is put on it is read, and how fast. */
  CARD(true),
  SCANNER(true),
  /** Colours and edges on the panel. */
  DISPLAY(true),
  TOUCH(true),
  /** A slip comes out. */
  PRINTER(false),
  LAMPS(false),
  SOUND(false),
  /** Names, the line to the library system, its identity and ours, the clock, its answer. */
  NETWORK(false),
  /** Whether it is whole, the room on its disk, how long a flush takes. */
  DATABASE(false);

  private final boolean exclusive;

  Check(boolean exclusive) {
    this.exclusive = exclusive;
  }

  /** Whether it takes what a patron would use, so that the machine must be in maintenance. */
  public boolean exclusive() {
    return exclusive;
  }
}
