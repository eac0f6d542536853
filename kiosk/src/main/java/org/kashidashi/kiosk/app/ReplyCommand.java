package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.kiosk.console.signin.Challenge;
import org.kashidashi.kiosk.console.signin.TechnicianKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs the challenge of a console, on the technician's own machine. */
@Command(
    name = "reply",
    description = "Sign the challenge of a technician's console, on your own machine.",
    mixinStandardHelpOptions = true)
final class ReplyCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  /** A private key has some hundred. */
  private static final int KEY_MAXIMUM = 4096;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key, as `kiosk technician key` wrote it.")
  private Path key = Path.of("");

  @Parameters(
      arity = "0..*",
      paramLabel = "LINE",
      description = "The line that the console shows; without it, it is read from standard input.")
  private List<String> line = List.of();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    CommandLine command = spec.commandLine();
    String text;
    try (InputStream in = Files.newInputStream(key)) {
      text = new String(in.readNBytes(KEY_MAXIMUM), StandardCharsets.US_ASCII);
    }
    Optional<TechnicianKey> secret = TechnicianKey.parse(text);
    if (secret.isEmpty()) {
      command.getErr().printf("%s is no private key of Ed25519 in PEM%n", key);
      return REFUSED;
    }
    String given = line.isEmpty() ? TypedSecret.line(System.in) : String.join(" ", line);
    Optional<Challenge> challenge = Challenge.parse(given);
    if (challenge.isEmpty()) {
      command
          .getErr()
          .println("This is no challenge of a console: give the line that begins with"
              + " kashidashi-console-1, as a whole. Nothing else is signed.");
      return REFUSED;
    }
    command
        .getErr()
        .printf(
            "To sign in at machine '%s' as '%s':%n",
            challenge.get().device(), challenge.get().name());
    command.getErr().flush();
    command.getOut().println(secret.get().reply(challenge.get()));
    return 0;
  }
}
