package org.kashidashi.central.library;

import org.kashidashi.central.circulation.Residence;

/** Whose card a library links to a library card. To whom it lends is another question. */
public enum LinkTo {
  ANYONE,
  RESIDENTS,
  RESIDENTS_AND_COMMUTERS;

  public boolean admits(Residence residence) {
    return switch (this) {
      case ANYONE -> true;
      case RESIDENTS -> residence == Residence.RESIDENT;
      case RESIDENTS_AND_COMMUTERS -> residence != Residence.ELSEWHERE;
    };
  }
}
