package org.kashidashi.central.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kashidashi.central.backup.Backup;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.store.CentralStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies all that central keeps, also while it runs. */
@Command(
    name = "backup",
    description = "Copy the database, its key and the certificate authority into a new folder.")
final class BackupCommand implements Callable<Integer> {
  @Mixin
  private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FOLDER", description = "A folder that is not there yet.")
  private Path folder = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = config.read();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      new Backup(store, ConfigOption.kept(settings)).into(folder);
    }
    spec.commandLine()
        .getOut()
        .printf("backup made in %s; it holds keys, so keep it as safe as central%n", folder);
    return ExitCode.OK;
  }
}
