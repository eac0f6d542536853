package org.kashidashi.central.renewal;

/** What a monthly check came to for one patron. */
public enum CheckOutcome {
  PROLONGED(Group.RENEWED),
  /** The signature certificate is valid, and the library card is valid for longer already. */
  LONGER_ALREADY(Group.RENEWED),
  /** Lives outside and works or studies in the area: proof of that is to be seen at a counter. */
  COMMUTER(Group.NOT_ELIGIBLE),
  /** The library card had expired before; it is never revived. */
  EXPIRED(Group.NOT_ELIGIBLE),
  NO_SIGNATURE_CERTIFICATE(Group.NOT_ELIGIBLE),
  SIGNATURE_CERTIFICATE_REVOKED(Group.NOT_ELIGIBLE),
  UNKNOWN_TO_AUTHORITY(Group.FAILED),
  /** The link is from before identifiers were kept: it must be made, or loaded, again. */
  IDENTIFIER_NOT_KEPT(Group.FAILED),
  /** Asked again when the month's run is taken up again. */
  AUTHORITY_UNAVAILABLE(Group.FAILED);

  /** As the report tells it. */
  public enum Group {
    RENEWED,
    NOT_ELIGIBLE,
    FAILED
  }

  private final Group group;

  CheckOutcome(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }
}
