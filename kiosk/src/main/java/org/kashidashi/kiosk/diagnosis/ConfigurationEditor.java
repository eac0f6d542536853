package org.kashidashi.kiosk.diagnosis;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.mistake.Mistake;

/**
 * The configuration of a machine and the changes to it.
 *
 * <p>Changes are gathered, checked as a whole, and tried: a start with them that does not come up
 * brings back what was before, by itself. The file that the machine was set up with is never
 * written. Every method throws {@link org.kashidashi.kiosk.config.mistake.MistakenFileException}
 * where one of the files gives nothing at all. One thread.
 */
public interface ConfigurationEditor {
  /** Every setting that holds, by its key; secrets and paths to them are told as they are set. */
  List<Line> lines() throws IOException;

  /**
   * Gathers a change; nothing else hears of it before {@link #commit}.
   *
   * @param value as it stands in the file, TOML; empty takes the change back
   * @return what is wrong with it; empty if it was taken
   */
  List<Mistake> set(String key, String value) throws IOException;

  /**
   * Whether a change could send what patrons see or take home to whoever makes it: to a serial line,
   * which anybody can plug in.
   */
  boolean redirects(String key, String value);

  /** What was gathered and not committed. */
  List<Change> gathered() throws IOException;

  /** Forgets what was gathered: whoever signs in next has gathered nothing. */
  void drop();

  /** What is wrong with the configuration as it would be; empty if nothing is. */
  List<Mistake> check() throws IOException;

  /**
   * Makes what was gathered the configuration, on trial until the kiosk has come up with it.
   *
   * @return what is wrong with it, or that another change is on trial; nothing was changed then
   */
  List<Mistake> commit() throws IOException;

  /** Whether a change has not yet been proven by a start. */
  boolean onTrial() throws IOException;

  /** Whether the last change was taken back by itself, because the kiosk did not come up with it. */
  boolean rolledBack() throws IOException;

  /**
   * Brings back what was before the last commit.
   *
   * @return false if there is nothing to go back to
   */
  boolean rollBack() throws IOException;

  /**
   * A setting that holds.
   *
   * @param changed whether it was changed on this machine
   */
  record Line(String key, String value, boolean changed) {}

  /**
   * A setting that is to be another.
   *
   * @param before empty if the usual value held
   * @param after empty if the usual value is to hold
   */
  record Change(String key, Optional<String> before, Optional<String> after) {}
}
