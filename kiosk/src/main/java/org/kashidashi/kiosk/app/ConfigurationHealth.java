package org.kashidashi.kiosk.app;

import java.io.IOException;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationTrial;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a configuration is that can be read: whether it has proven itself. */
final class ConfigurationHealth {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationHealth.class);

  private ConfigurationHealth() {}

  static Condition of(Configuration configuration) {
    try {
      return switch (ConfigurationTrial.standing(configuration)) {
        case PROVEN -> Condition.good(Part.CONFIGURATION);
        case ON_TRIAL -> Condition.doubtful(Part.CONFIGURATION, Cause.CONFIGURATION_ON_TRIAL);
        case ROLLED_BACK -> Condition.doubtful(Part.CONFIGURATION, Cause.CONFIGURATION_ROLLED_BACK);
      };
    } catch (IOException unreadable) {
      LOG.debug("nobody knows whether the configuration is on trial", unreadable);
      return Condition.unknown(Part.CONFIGURATION);
    }
  }
}
