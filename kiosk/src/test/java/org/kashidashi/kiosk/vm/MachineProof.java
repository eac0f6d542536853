package org.kashidashi.kiosk.vm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Uses the appliance in its virtual machine, and says whether it did what it has to. */
public final class MachineProof {
  private static final Duration FOR_BORROWING = Duration.ofMinutes(20);
  private static final Duration FOR_FAULTS = Duration.ofMinutes(45);
  private static final Duration FOR_CONSOLE = Duration.ofMinutes(60);
  private static final Duration FOR_EACH_CUT = Duration.ofMinutes(12);

  private static final String POWER_CUTS = "power-cuts";

  private MachineProof() {}

  /** Arguments: --scenario borrow|faults|console|console-brief|erasing, or --power-cuts N with --seed S; and --json FILE. */
  @SuppressWarnings("try") // nobody interrupts the main thread
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    Map<String, String> options = new HashMap<>();
    for (int index = 0; index + 1 < arguments.length; index += 2) {
      options.put(arguments[index], arguments[index + 1]);
    }
    Path image = Path.of(System.getProperty("kashidashi.machine", "target/vm"));
    String proof = options.containsKey("--power-cuts")
        ? POWER_CUTS
        : options.getOrDefault("--scenario", "borrow");
    try (Station station = Station.open(image, proof)) {
      prove(station, proof, options);
    } catch (ProofFailedException failure) {
      System.out.println(failure.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static void prove(Station station, String proof, Map<String, String> options)
      throws Exception {
    switch (proof) {
      case POWER_CUTS -> {
        int cuts = Integer.parseInt(options.getOrDefault("--power-cuts", "3"));
        long seed = Long.parseLong(
            options.getOrDefault("--seed", Long.toString(System.nanoTime() & 0xFFFFFF)));
        System.out.printf("%d power cuts, seed %d%n", cuts, seed);
        endAfter(FOR_EACH_CUT.multipliedBy(cuts + 1));
        new PowerCuts(station, seed).run(cuts);
      }
      case "borrow" -> {
        endAfter(FOR_BORROWING);
        Figures figures = new BorrowScenario(station).run();
        if (options.containsKey("--json")) {
          figures.write(Path.of(options.getOrDefault("--json", "figures.json")));
        }
      }
      case "faults" -> {
        endAfter(FOR_FAULTS);
        new FaultScenarios(station).run();
      }
      case "console" -> {
        endAfter(FOR_CONSOLE);
        new ConsoleScenario(station).run();
      }
      case "console-brief" -> {
        endAfter(FOR_CONSOLE);
        new ConsoleScenario(station).runBriefly();
      }
      case "erasing" -> {
        endAfter(FOR_CONSOLE);
        new ErasingScenario(station).run();
      }
      default ->
        throw new ProofFailedException(
            "scenarios are borrow, faults, console, console-brief and erasing");
    }
  }

  /** Nothing here goes on for ever, whatever the machine does. */
  private static void endAfter(Duration limit) {
    Thread.ofPlatform().daemon().name("limit").start(() -> {
      try {
        Patience.pause(limit);
        System.out.printf("given up after %d minutes%n", limit.toMinutes());
        System.exit(3);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
