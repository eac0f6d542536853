package org.kashidashi.kiosk.diagnosis;

/** What a technician can try. */
public enum Check {
  /** The reader answers. */
  READER(Part.READER, Need.NOTHING),
  /** A card that is put on it is read, and how fast. */
  CARD(Part.CARD, Need.MAINTENANCE),
  SCANNER(Part.SCANNER, Need.MAINTENANCE),
  /** Colours and edges on the panel. */
  DISPLAY(Part.DISPLAY, Need.MAINTENANCE),
  TOUCH(Part.TOUCH, Need.MAINTENANCE),
  /** A slip comes out. */
  PRINTER(Part.PRINTER, Need.NOTHING),
  LAMPS(Part.LAMPS, Need.NOTHING),
  SOUND(Part.SOUND, Need.NOTHING),
  /** Names, the line to the library system, its identity and ours, the clock, its answer. */
  NETWORK(Part.NETWORK, Need.NOTHING),
  /** Whether it is whole, the room on its disk, how long a flush takes. */
  DATABASE(Part.DATABASE, Need.NOBODY_THERE);

  private final Part part;
  private final Need need;

  /** What has to be given before it may begin on a machine that serves patrons. */
  private enum Need {
    NOTHING,
    /** A patron would wait for it. */
    NOBODY_THERE,
    /** It takes what a patron would use. */
    MAINTENANCE
  }

  Check(Part part, Need need) {
    this.part = part;
    this.need = need;
  }

  /** What it is about. What it finds may lie in another part. */
  public Part part() {
    return part;
  }

  /** Whether it takes what a patron would use, so that the machine must be in maintenance. */
  public boolean exclusive() {
    return need == Need.MAINTENANCE;
  }

  /** Whether nobody may be in a visit when it begins. */
  public boolean unattended() {
    return need != Need.NOTHING;
  }
}
