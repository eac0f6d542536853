package org.kashidashi.kiosk.diagnosis;

/** What a fact is about. Its name in words stands in the console's words. */
public enum Subject {
  MODE,
  /** Whether somebody borrows now. */
  VISIT,
  RUNNING_FOR,
  SCREEN,
  PROGRAM,
  RUNTIME,
  SYSTEM,
  BOARD,
  SCHEMA,
  DEVICE,
  PLACE,
  PRESENT,
  ANSWER_TIME(Unit.MILLISECONDS),
  READ_TIME(Unit.MILLISECONDS),
  PAINT_TIME(Unit.MILLISECONDS),
  FLUSH_TIME(Unit.MILLISECONDS),
  DEVIATION(Unit.MILLIMETRES),
  PIXELS_WIDE(Unit.PIXELS),
  PIXELS_HIGH(Unit.PIXELS),
  CHARACTERS(Unit.ONE),
  WAITING(Unit.ONE),
  OLDEST,
  PARKED(Unit.ONE),
  QUARANTINED(Unit.ONE),
  LOANS(Unit.ONE),
  SESSIONS(Unit.ONE),
  TIMED_OUT(Unit.ONE),
  REFUSALS(Unit.ONE),
  FAULTS(Unit.ONE),
  LAST,
  /** When a device became what it is. */
  SINCE,
  TIME,
  TIME_TRUSTED,
  TIME_OFF(Unit.SECONDS),
  ADDRESS,
  CARRIER,
  CENTRAL,
  CENTRAL_ANSWERS,
  IDENTITY_DAYS(Unit.DAYS),
  TEMPERATURE(Unit.CELSIUS),
  UNDER_VOLTAGE,
  THROTTLED,
  ROOM(Unit.MEGABYTES),
  ROOM_NEEDED(Unit.MEGABYTES),
  ROOM_SHARE(Unit.PERCENT),
  WRITABLE,
  RESIDENT(Unit.MEGABYTES),
  HEAP(Unit.MEGABYTES),
  MEMORY_FREE(Unit.MEGABYTES),
  LOAD(Unit.ONE);

  private final Unit unit;

  Subject() {
    this(Unit.ONE);
  }

  Subject(Unit unit) {
    this.unit = unit;
  }

  /** In what its numbers are told. */
  public Unit unit() {
    return unit;
  }
}
