package org.kashidashi.kiosk.vm;

/** The appliance did not do what it has to. */
final class ProofFailedException extends Exception {
  private static final long serialVersionUID = 1;

  ProofFailedException(String message) {
    super(message);
  }
}
