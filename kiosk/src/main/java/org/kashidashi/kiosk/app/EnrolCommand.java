package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.sync.ils.central.Enrolment;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.EnrolmentCode;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.kashidashi.sync.ils.central.identity.MistypedCodeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes this kiosk known to central. A running kiosk follows. */
@Command(
    name = "enrol",
    description = "Make this kiosk known to central, by the code that `central enrol` printed.",
    mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
  private static final int LONGEST_LINE = 200;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config = Path.of("");

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "The code; others on this machine can see it here. Without this option it is"
          + " read from the standard input.")
  private Optional<String> given = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Configuration configuration = Configuration.read(config);
    CommandLine command = spec.commandLine();
    if (!configuration.central().encrypted()) {
      command
          .getErr()
          .printf(
              "central.url is '%s': only a central with an https:// address enrols kiosks%n",
              configuration.central().url());
      return Troubles.CONFIGURATION;
    }
    KioskIdentity identity = enrolled(configuration, code(configuration));
    command
        .getOut()
        .printf(
            "Kiosk '%s' is enrolled at the central of library '%s'. Its certificate is good until"
                + " %s and renews itself.%n",
            identity.kiosk(),
            identity.library(),
            LocalDate.ofInstant(identity.end(), configuration.kiosk().timeZone()));
    return 0;
  }

  /** Of the kiosk that this is configured for. */
  static KioskIdentity enrolled(Configuration configuration, EnrolmentCode code)
      throws EnrolmentException, IdentityFileException {
    Wiring.Surroundings around = new Wiring.Surroundings(
        Clock.system(configuration.kiosk().timeZone()),
        System::nanoTime,
        new SystemTimeSource(),
        new SecureRandom());
    return new Enrolment(
            Wiring.centralSettings(configuration), Wiring.credentials(configuration, around))
        .enrol(code);
  }

  private EnrolmentCode code(Configuration configuration) throws IOException {
    String typed = given.isPresent() ? given.get() : ask(configuration.kiosk().id());
    try {
      return EnrolmentCode.typed(typed);
    } catch (MistypedCodeException mistyped) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), String.valueOf(mistyped.getMessage()));
    }
  }

  private String ask(String kiosk) throws IOException {
    spec.commandLine().getErr().printf("The code that `central enrol %s` printed: ", kiosk);
    spec.commandLine().getErr().flush();
    Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign >= 0 && sign != '\n'; sign = in.read()) {
      if (line.length() == LONGEST_LINE) {
        break;
      }
      line.append((char) sign);
    }
    return line.toString();
  }
}
