package org.kashidashi.central.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigFile;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.authority.HttpAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers kiosks until it is told to stop. */
@Command(name = "run", description = "Answer kiosks until stopped (SIGTERM, Ctrl-C).")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  private final Clock clock;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  RunCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    CentralConfig settings = new ConfigFile(config).read();
    if (settings.authority().isEmpty()) {
      return serve(settings, CentralServer.start(settings, clock));
    }
    try (HttpAuthority authority = ConfiguredAuthority.open(settings.authority().get(), config)) {
      return serve(settings, CentralServer.start(settings, clock, authority));
    }
  }

  private int serve(CentralConfig settings, CentralServer server) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(server, stopped)));
    spec.commandLine()
        .getOut()
        .printf("central listens on %s port %d%n", settings.listen().host(), server.port());
    spec.commandLine().getOut().flush();
    stopped.await();
    return ExitCode.OK;
  }

  private static void stop(CentralServer server, CountDownLatch stopped) {
    try {
      server.close();
    } catch (StoreException e) {
      LOG.error("the database was not closed well; it will be checked at the next start", e);
    } finally {
      stopped.countDown();
    }
  }
}
