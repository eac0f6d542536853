package org.kashidashi.central.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.config.ConfigMistakesException;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.secret.PasswordHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the accounts of staff, also while central runs. A password is never an argument. */
@Command(name = "staff", description = "Keep the accounts of staff who work at counters.")
final class StaffCommand implements Runnable {
  /** A password of the length that NIST SP 800-63B asks for where it stands alone. */
  private static final int PASSWORD_MINIMUM = 12;

  private static final int PASSWORD_MAXIMUM = 256;

  private final Clock clock;
  private final InputStream input;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /**
   * Asks on the terminal, if there is one.
   *
   * @param input standard input, read where there is none
   */
  StaffCommand(Clock clock, InputStream input) {
    this.clock = clock;
    this.input = input;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: add, remove, list or password");
  }

  @Command(name = "add", description = "Make an account; its password is asked for.")
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "1 to 32 of a-z, 0-9, dot and hyphen.")
          String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "One or more of ${COMPLETION-CANDIDATES}, each with an option.")
          List<StaffRole> roles)
      throws ConfigMistakesException, StoreException {
    StaffAccount account = new StaffAccount(staffName(name), EnumSet.copyOf(roles));
    CentralConfig settings = config.read();
    String password = password();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      if (!store.staff().add(account, password, clock.instant())) {
        err().printf("there is an account '%s' already: see 'central staff list'%n", name);
        return ExitCode.STAFF;
      }
    }
    out().printf("%s may sign in%n", name);
    return ExitCode.OK;
  }

  @Command(name = "remove", description = "Remove an account; whoever is signed in with it is out.")
  int remove(@Mixin ConfigOption config, @Parameters(paramLabel = "NAME") String name)
      throws ConfigMistakesException, StoreException {
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      return done(store.staff().remove(staffName(name), clock.instant()), name, "is removed");
    }
  }

  @Command(name = "password", description = "Set a password anew, which also lifts a lock.")
  int password(@Mixin ConfigOption config, @Parameters(paramLabel = "NAME") String name)
      throws ConfigMistakesException, StoreException {
    CentralConfig settings = config.read();
    String password = password();
    try (CentralStore store = CentralStore.open(settings.storeSettings())) {
      return done(
          store.staff().setPassword(staffName(name), password, clock.instant()),
          name,
          "has a new password");
    }
  }

  @Command(name = "list", description = "List the accounts with their roles.")
  int list(@Mixin ConfigOption config) throws ConfigMistakesException, StoreException {
    try (CentralStore store = CentralStore.open(config.read().storeSettings())) {
      for (StaffAccount account : store.staff().all()) {
        out().printf("%-32s  %s%n", account.name().name(), text(account.roles()));
      }
    }
    out().flush();
    return ExitCode.OK;
  }

  private int done(boolean known, String name, String what) {
    if (!known) {
      err().printf("there is no account '%s': see 'central staff list'%n", name);
      return ExitCode.STAFF;
    }
    out().printf("%s %s%n", name, what);
    return ExitCode.OK;
  }

  private StaffName staffName(String name) {
    try {
      return new StaffName(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static String text(Set<StaffRole> roles) {
    return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** From the terminal without echo, or one line of standard input; as it is kept. */
  private String password() {
    char[] password = typed();
    try {
      if (password.length < PASSWORD_MINIMUM || password.length > PASSWORD_MAXIMUM) {
        throw new ParameterException(
            spec.commandLine(),
            "a password of %d characters, need %d to %d: give it on one line"
                .formatted(password.length, PASSWORD_MINIMUM, PASSWORD_MAXIMUM));
      }
      return PasswordHash.of(password, new SecureRandom());
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private char[] typed() {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      char[] password = terminal.get().readPassword("Password: ");
      return password == null ? new char[0] : password;
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "no password can be read from standard input", e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
