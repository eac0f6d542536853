package org.kashidashi.kiosk.diagnosis;

/** What a technician can try. */
public enum Check {
  /** The reader answers. */
  READER(Part.READER, false),
  /** A card that is put on it is read, and how fast. */
  CARD(Part.CARD, true),
  SCANNER(Part.SCANNER, true),
  /** Colours and edges on the panel. */
  DISPLAY(Part.DISPLAY, true),
  TOUCH(Part.TOUCH, true),
  /** A slip comes out. */
  PRINTER(Part.PRINTER, false),
  LAMPS(Part.LAMPS, false),
  SOUND(Part.SOUND, false),
  /** Names, the line to the library system, its identity and ours, the clock, its answer. */
  NETWORK(Part.NETWORK, false),
  /** Whether it is whole, the room on its disk, how long a flush takes. */
  DATABASE(Part.DATABASE, false);

  private final Part part;
  private final boolean exclusive;

  Check(Part part, boolean exclusive) {
    this.part = part;
    this.exclusive = exclusive;
  }

  /** What it is about. What it finds may lie in another part. */
  public Part part() {
    return part;
  }

  /** Whether it takes what a patron would use, so that the machine must be in maintenance. */
  public boolean exclusive() {
    return exclusive;
  }
}
