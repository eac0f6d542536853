package org.kashidashi.central.server;

import java.util.Objects;

/** The version of this program, out of its jar. */
public final class Version {
  private static final String NOT_IN_A_JAR = "development";

  private Version() {}

  public static String ofThisProgram() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), NOT_IN_A_JAR);
  }
}
