package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start with a configuration that may have been changed: what does not come up is taken back.
 *
 * <p>Starts are counted before they are tried, so that neither a hanging start nor a power cut in the
 * midst of one makes the machine stay with a configuration that it cannot serve with. A start that
 * cannot be counted, as on a full disk, is made with the changes that have proven themselves, and
 * without writing anything: uncounted starts with the new ones would have no end, and the new ones
 * are tried as soon as there is room again.
 */
public final class ConfigurationTrial {
  /** One may fail for another reason than the change. */
  static final int STARTS_MAXIMUM = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationTrial.class);

  private final Configuration configuration;
  private final ChangeFiles files;

  /** What this start is counted for. */
  private final Optional<ChangeFiles.Trial> counted;

  private ConfigurationTrial(
      Configuration configuration, ChangeFiles files, Optional<ChangeFiles.Trial> counted) {
    this.configuration = configuration;
    this.files = files;
    this.counted = counted;
  }

  /**
   * Reads the configuration that the kiosk is to start with.
   *
   * @throws ConfigurationException it is wrong, and there is nothing to go back to
   */
  public static ConfigurationTrial begin(Path file) throws ConfigurationException {
    List<Source> sources = Source.read(file);
    ChangeFiles files = ChangeFiles.of(sources);
    try {
      Optional<ChangeFiles.Trial> trial = files.trial();
      return trial.isPresent()
          ? begin(sources, files, trial.get())
          : certain(sources, files, files.active());
    } catch (IOException uncounted) {
      LOG.error("this start cannot be counted, so what was before is tried alone", uncounted);
      return certain(sources, files, files.proven());
    }
  }

  private static ConfigurationTrial begin(
      List<Source> sources, ChangeFiles files, ChangeFiles.Trial trial)
      throws ConfigurationException, IOException {
    if (trial.starts() >= STARTS_MAXIMUM) {
      LOG.error(
          "the kiosk did not come up in {} starts with the changed configuration, so what was"
              + " before holds again",
          STARTS_MAXIMUM);
      boolean _ = files.back(true);
      return certain(sources, files, files.active());
    }
    files.count(trial.counted());
    try {
      return new ConfigurationTrial(
          Configuration.read(sources, files.active()), files, Optional.of(trial));
    } catch (ConfigurationException wrong) {
      LOG.error("the changed configuration is wrong, so what was before holds again", wrong);
      if (!files.back(true)) {
        throw wrong;
      }
      return certain(sources, files, files.active());
    }
  }

  /** A start that proves nothing. */
  private static ConfigurationTrial certain(
      List<Source> sources, ChangeFiles files, Optional<Source> changes)
      throws ConfigurationException {
    return new ConfigurationTrial(Configuration.read(sources, changes), files, Optional.empty());
  }

  /** How a configuration came to hold. */
  public enum Standing {
    PROVEN,
    /** No start has come up with it so far. */
    ON_TRIAL,
    /** Another one did not come up. */
    ROLLED_BACK
  }

  /** How this one came to hold. */
  public static Standing standing(Configuration configuration) throws IOException {
    ChangeFiles files = ChangeFiles.in(configuration.kiosk().stateDirectory());
    if (files.trial().isPresent()) {
      return Standing.ON_TRIAL;
    }
    return files.rolledBack() ? Standing.ROLLED_BACK : Standing.PROVEN;
  }

  /** What the kiosk is to start with. */
  public Configuration configuration() {
    return configuration;
  }

  /**
   * The kiosk has come up, and stayed up. Any thread; later calls do nothing, nor do those of a start
   * that was not counted for what is on trial by now.
   */
  public void passed() {
    try {
      if (counted.isPresent()
          && files.trial().isPresent()
          && files.keep(counted.get().number())) {
        LOG.info("the changed configuration has proven itself");
      }
    } catch (IOException failure) {
      LOG.error("the changed configuration stays on trial", failure);
    }
  }
}
