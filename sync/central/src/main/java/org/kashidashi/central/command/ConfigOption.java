package org.kashidashi.central.command;

import java.nio.file.Path;
import java.util.List;
import org.kashidashi.central.backup.KeptFiles;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.config.Mistake;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Option;

/** The option that names the configuration file, and what is read out of it. */
final class ConfigOption {
  private static final String AUTHORITY = "authority.pem";

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path file = Path.of("");

  Path file() {
    return file;
  }

  CentralConfig read() throws ConfigMistakesException {
    return new ConfigFile(file).read();
  }

  /** One by which kiosks authenticate. */
  CentralConfig readSecured() throws ConfigMistakesException {
    CentralConfig config = read();
    if (config.tls().isEmpty()) {
      throw new ConfigMistakesException(
          file.toString(),
          List.of(new Mistake(
              0,
              "there is no section [tls], so no kiosk authenticates",
              "add it, with the names by which kiosks call central")));
    }
    return config;
  }

  static KeptFiles kept(CentralConfig config) {
    Path authority = config
        .tls()
        .map(CentralConfig.Tls::authority)
        .orElse(CentralConfig.authorityBeside(config.database()));
    return new KeptFiles(
        config.database(), CentralStore.keyBeside(config.database()), authority.resolve(AUTHORITY));
  }
}
