package org.kashidashi.central.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.config.Mistake;
import org.kashidashi.sync.registry.authority.AuthorityPlace;
import org.kashidashi.sync.registry.authority.HttpAuthority;

/** Opens the authority that a configuration names. */
final class ConfiguredAuthority {
  private ConfiguredAuthority() {}

  /**
   * The caller closes it.
   *
   * @param config the file that names it, for the message
   */
  static HttpAuthority open(AuthorityPlace place, Path config) throws ConfigMistakesException {
    try {
      return new HttpAuthority(place.read());
    } catch (IOException e) {
      throw new ConfigMistakesException(
          config.toString(),
          List.of(new Mistake(
              0,
              "the files of [authority] cannot be used: " + e.getMessage(),
              "mend them, or their names")));
    }
  }
}
