package org.kashidashi.kiosk.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import org.kashidashi.kiosk.app.demo.DemoCounter;
import org.kashidashi.kiosk.app.demo.DemoDesk;
import org.kashidashi.kiosk.app.demo.DemoFailedException;
import org.kashidashi.kiosk.app.demo.DemoRun;
import org.kashidashi.kiosk.app.demo.DemoScript;
import org.kashidashi.kiosk.app.demo.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the kiosk on simulated devices and an embedded central library system. */
@Command(
    name = "demo",
    description = "Run the kiosk on simulated devices, with a central library system inside.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--script",
      paramLabel = "NAME",
      description = {
        "Play a script instead of waiting for a person, print each screen, and succeed only if it"
            + " ends where it should: ${COMPLETION-CANDIDATES}."
      },
      completionCandidates = ScriptNames.class)
  private Optional<String> script = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {
        "Who works at this terminal: ${COMPLETION-CANDIDATES}. At a counter, one person plays staff"
            + " and patron; a technician mends a kiosk that runs beside the console.",
        "Default: self_checkout"
      },
      completionCandidates = RoleNames.class)
  private String role = RoleNames.SELF_CHECKOUT;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  static final class ScriptNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ScriptNames() {
      super(Arrays.stream(DemoScript.values()).map(DemoScript::commandName).toList());
    }
  }

  static final class RoleNames extends ArrayList<String> {
    static final String SELF_CHECKOUT = "self_checkout";
    static final String COUNTER = "counter";
    static final String TECHNICIAN = "technician";
    private static final long serialVersionUID = 1;

    RoleNames() {
      super(List.of(SELF_CHECKOUT, COUNTER, TECHNICIAN));
    }
  }

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError(Level.SEVERE);
    boolean kiosk = role.equals(RoleNames.SELF_CHECKOUT);
    if (!new RoleNames().contains(role) || (!kiosk && script.isPresent())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--role '%s' is none, or has no scripts; there are: %s"
              .formatted(role, String.join(", ", new RoleNames())));
    }
    Path folder = Files.createTempDirectory("kashidashi-demo");
    try {
      return switch (role) {
        case RoleNames.COUNTER -> serve(folder);
        case RoleNames.TECHNICIAN -> new DemoTechnician(folder, new SecureRandom(), out()).run();
        default ->
          script.isPresent()
              ? play(named(script.get()), folder)
              : new DemoDesk(folder, new SecureRandom(), out()).run();
      };
    } finally {
      Folders.delete(folder);
    }
  }

  private static int serve(Path folder) throws Exception {
    try (ScheduledExecutorService timer = CounterProgram.timer()) {
      return new DemoCounter(folder, new SecureRandom(), timer).run();
    }
  }

  private int play(DemoScript chosen, Path folder) throws Exception {
    try (DemoRun run = new DemoRun(folder, new SecureRandom(), out())) {
      chosen.play(run);
      return 0;
    } catch (DemoFailedException failed) {
      spec.commandLine().getErr().println("the script failed: " + failed.getMessage());
      return 1;
    }
  }

  private DemoScript named(String name) {
    return DemoScript.named(name)
        .orElseThrow(() -> new CommandLine.ParameterException(
            spec.commandLine(),
            "no script is called '%s'; there are: %s"
                .formatted(name, String.join(", ", new ScriptNames()))));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
