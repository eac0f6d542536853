package org.kashidashi.central.command;

/** What the program says to the script that called it. */
public final class ExitCode {
  public static final int OK = 0;

  /** A mistake in central itself. */
  public static final int INTERNAL = 1;

  /** The command line is not understood. */
  public static final int USAGE = 2;

  /** The configuration file has mistakes. */
  public static final int CONFIGURATION = 3;

  /** The files to load or to restore cannot be used; nothing was changed. */
  public static final int FILES = 4;

  /** The database cannot be used. */
  public static final int DATABASE = 5;

  /** The address cannot be listened on. */
  public static final int ADDRESS = 6;

  /** The kiosk is not known. */
  public static final int KIOSK = 7;

  /** The account, the library card or the record is not known, or there is one already. */
  public static final int STAFF = 8;

  /** The month's renewals are not finished: run it again. */
  public static final int UNFINISHED = 9;

  private ExitCode() {}
}
