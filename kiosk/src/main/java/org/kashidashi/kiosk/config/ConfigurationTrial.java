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
 * midst of one makes the machine stay with a configuration that it cannot serve with.
 */
public final class ConfigurationTrial {
  /** One may fail for another reason than the change. */
  static final int STARTS_MAXIMUM = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationTrial.class);

  private final Configuration configuration;
  private final ChangeFiles files;

  private ConfigurationTrial(Configuration configuration, ChangeFiles files) {
    this.configuration = configuration;
    this.files = files;
  }

  /**
   * Reads the configuration that the kiosk is to start with.
   *
   * @throws ConfigurationException it is wrong, and there is nothing to go back to
   */
  public static ConfigurationTrial begin(Path file) throws ConfigurationException {
    List<Source> sources = Source.read(file);
    ChangeFiles files = ChangeFiles.of(sources);
    if (!count(files)) {
      return new ConfigurationTrial(Configuration.read(sources, files.active()), files);
    }
    try {
      return new ConfigurationTrial(Configuration.read(sources, files.active()), files);
    } catch (ConfigurationException wrong) {
      LOG.error("the changed configuration is wrong, so what was before holds again", wrong);
      back(files, wrong);
      return new ConfigurationTrial(Configuration.read(sources, files.active()), files);
    }
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

  /** The kiosk has come up, and stayed up. Any thread; later calls do nothing. */
  public void passed() {
    try {
      if (files.trial().isPresent()) {
        files.keep();
        LOG.info("the changed configuration has proven itself");
      }
    } catch (IOException failure) {
      LOG.error("the changed configuration stays on trial", failure);
    }
  }

  /** Whether anything is on trial; counts this start, or takes back what has had its starts. */
  private static boolean count(ChangeFiles files) {
    try {
      Optional<Integer> starts = files.trial();
      if (starts.isEmpty()) {
        return false;
      }
      if (starts.get() < STARTS_MAXIMUM) {
        files.count(starts.get() + 1);
        return true;
      }
      LOG.error(
          "the kiosk did not come up in {} starts with the changed configuration, so what was"
              + " before holds again",
          STARTS_MAXIMUM);
      return !files.back(true);
    } catch (IOException failure) {
      // Nothing can be counted on such a disk; the store will say what is wrong with it.
      LOG.error("nobody knows whether the configuration is on trial", failure);
      return false;
    }
  }

  private static void back(ChangeFiles files, ConfigurationException wrong)
      throws ConfigurationException {
    try {
      if (!files.back(true)) {
        throw wrong;
      }
    } catch (IOException failure) {
      wrong.addSuppressed(failure);
      throw wrong;
    }
  }
}
