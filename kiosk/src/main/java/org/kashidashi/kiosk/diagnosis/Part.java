package org.kashidashi.kiosk.diagnosis;

/** What the health of a machine is made of. */
public enum Part {
  /** The program itself. */
  KIOSK,
  CONFIGURATION,
  READER,
  CARD,
  SCANNER,
  DISPLAY,
  TOUCH,
  PRINTER,
  LAMPS,
  SOUND,
  KEYBOARDS,
  NETWORK,
  CENTRAL,
  /** The certificate by which the library system knows the machine. */
  IDENTITY,
  AUTHORITY,
  DATABASE,
  QUEUE,
  DISK,
  MEMORY,
  CLOCK,
  /** Temperature and voltage. */
  BOARD
}
