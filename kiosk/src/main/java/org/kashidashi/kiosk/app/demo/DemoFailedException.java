package org.kashidashi.kiosk.app.demo;

/** A script did not lead where it has to. */
@SuppressWarnings("serial")
public final class DemoFailedException extends RuntimeException {
  DemoFailedException(String message) {
    super(message);
  }
}
