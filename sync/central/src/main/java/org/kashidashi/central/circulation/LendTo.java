package org.kashidashi.central.circulation;

/** To whom a library lends. */
public enum LendTo {
  ANYONE,
  RESIDENTS,
  RESIDENTS_AND_COMMUTERS;

  boolean admits(Residence residence) {
    return switch (this) {
      case ANYONE -> true;
      case RESIDENTS -> residence == Residence.RESIDENT;
      case RESIDENTS_AND_COMMUTERS -> residence != Residence.ELSEWHERE;
    };
  }
}
