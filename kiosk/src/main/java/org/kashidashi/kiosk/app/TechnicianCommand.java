package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditRecord.TechnicianChanged.Change;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.console.signin.KeyHolder;
import org.kashidashi.kiosk.console.signin.Passwords;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.signin.Technician;
import org.kashidashi.kiosk.console.signin.TechnicianKey;
import org.kashidashi.sync.secret.PasswordCost;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives technicians what they sign in with at the console. */
@Command(
    name = "technician",
    description = "Give technicians what they sign in with at the console.",
    mixinStandardHelpOptions = true)
final class TechnicianCommand implements Runnable {
  private static final int REFUSED = 1;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "key",
      description = "Make a key, on the technician's own machine: the private half into FILE, the"
          + " line for the configuration to the standard output.",
      mixinStandardHelpOptions = true)
  int key(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
          Role role,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
          Path file,
      @Option(
              names = "--config",
              paramLabel = "CONFIG",
              defaultValue = "/etc/kashidashi/kiosk.toml",
              description = "Of the machine that this is, if it is one: it is noted in its audit"
                  + " trail. Default: ${DEFAULT-VALUE}.")
          Path config)
      throws IOException {
    Technician technician = technician(name, role);
    TechnicianKey.Pair pair = TechnicianKey.generate(new SecureRandom());
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = Files.newByteChannel(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      var bytes = ByteBuffer.wrap(pair.pem().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
    }
    if (Files.isReadable(config)) {
      note(ConsoleSettings.readAlone(config), name, Change.KEY_MADE);
    }
    out().println(new KeyHolder(technician, pair.open()).written());
    err().printf("The private key is in %s: keep it, and give it to nobody.%n", file);
    err().println("Put the line above into console.technicians of the library's configuration.");
    return 0;
  }

  @Command(
      name = "password",
      description = "Give a technician a password for this machine alone.",
      mixinStandardHelpOptions = true)
  int password(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--config", required = true, paramLabel = "CONFIG") Path config,
      @Option(
              names = "--role",
              description = "${COMPLETION-CANDIDATES}, for whom the configuration does not name")
          Optional<Role> role)
      throws IOException {
    ConsoleSettings.Alone read = ConsoleSettings.readAlone(config);
    boolean named = named(read, name);
    Technician technician = technician(name, role(read, name, named, role));
    char[] password = TypedSecret.read("Password:", System.in);
    try {
      if (!Passwords.fit(password)) {
        err()
            .printf(
                "a password of %d characters, need at least %d%n",
                password.length, Passwords.LENGTH_MINIMUM);
        return REFUSED;
      }
      if (named) {
        passwords(read).setNamed(name, password);
      } else {
        passwords(read).set(technician, password);
      }
    } finally {
      Arrays.fill(password, '\0');
    }
    note(read, name, Change.PASSWORD_SET);
    out().printf("%s can sign in at machine '%s'%n", name, read.kiosk().id());
    return 0;
  }

  @Command(
      name = "remove",
      description = "Take a technician's password on this machine away.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--config", required = true, paramLabel = "CONFIG") Path config)
      throws IOException {
    ConsoleSettings.Alone read = ConsoleSettings.readAlone(config);
    Technician technician = technician(name, Role.VIEW);
    boolean there = passwords(read).remove(technician.name());
    if (there) {
      note(read, name, Change.PASSWORD_REMOVED);
    }
    out().println(there ? "Removed." : "Nobody of that name has a password on this machine.");
    return there ? 0 : REFUSED;
  }

  private static Passwords passwords(ConsoleSettings.Alone read) {
    return new Passwords(
        ConsoleProgram.folder(read.kiosk()), PasswordCost.USUAL, new SecureRandom());
  }

  private static void note(ConsoleSettings.Alone read, String name, Change change) {
    try (ToolAudit audit = new ToolAudit(read.kiosk(), "technician")) {
      audit.accept(new AuditRecord.TechnicianChanged(name, change));
    }
  }

  private static boolean named(ConsoleSettings.Alone read, String name) {
    return ConsoleProgram.technicians(read.console()).stream()
        .anyMatch(holder -> holder.technician().name().equals(name));
  }

  /** The configuration's, for whom it names: two roles would be one too many. */
  private Role role(ConsoleSettings.Alone read, String name, boolean named, Optional<Role> given) {
    if (named && given.isPresent()) {
      throw wrong("console.technicians names '%s' with a role: leave --role out".formatted(name));
    }
    return ConsoleProgram.technicians(read.console()).stream()
        .map(KeyHolder::technician)
        .filter(technician -> technician.name().equals(name))
        .map(Technician::role)
        .findFirst()
        .or(() -> given)
        .orElseThrow(() ->
            wrong("console.technicians does not name '%s': say which --role".formatted(name)));
  }

  private CommandLine.ParameterException wrong(String text) {
    return new CommandLine.ParameterException(spec.commandLine(), text);
  }

  private Technician technician(String name, Role role) {
    try {
      return new Technician(name, role);
    } catch (IllegalArgumentException unfit) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
