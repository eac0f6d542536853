package org.kashidashi.kiosk.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.Fingerprint;
import org.kashidashi.kiosk.identity.TrustAnchor;
import org.kashidashi.kiosk.identity.TrustImport;
import org.kashidashi.kiosk.identity.TrustStore;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.kiosk.loop.ClockTrust;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes which certification authorities a kiosk trusts. A running kiosk follows. */
@Command(
    name = "trust",
    description = "Show and change which certification authorities are trusted.",
    mixinStandardHelpOptions = true)
final class TrustCommand implements Runnable {
  private static final int REFUSED = 1;

  /** A tool that runs beside the kiosk, not one of its starts. */
  private static final long NO_BOOT = 0;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "import",
      description = "Trust the authority whose certificate is in FILE, after showing it.",
      mixinStandardHelpOptions = true)
  int importAnchor(
      @Option(names = "--config", required = true, paramLabel = "CONFIG") Path config,
      @Option(
              names = "--sha256",
              paramLabel = "HEX",
              description = "The SHA-256 from the official publication; without it, you are asked.")
          Optional<String> sha256,
      @Parameters(paramLabel = "FILE", description = "One certificate, PEM or DER.") Path file)
      throws ConfigurationException, TrustStoreException, IOException {
    Configuration configuration = Configuration.read(config);
    TrustImport imports =
        new TrustImport(IdentityWiring.trustStore(configuration), Clock.systemUTC());
    TrustImport.Examination examination = imports.examine(file);
    examination.lines().forEach(out()::println);
    return switch (examination) {
      case TrustImport.Examination.Admissible candidate ->
        confirm(configuration, imports, candidate, sha256);
      case TrustImport.Examination.Refused _, TrustImport.Examination.NoCertificate _ -> REFUSED;
    };
  }

  @Command(
      name = "list",
      description = "Show the authorities that are trusted.",
      mixinStandardHelpOptions = true)
  int list(@Option(names = "--config", required = true, paramLabel = "CONFIG") Path config)
      throws ConfigurationException {
    TrustStore store = IdentityWiring.trustStore(Configuration.read(config));
    for (TrustAnchor anchor : store.current()) {
      anchor.description().lines().forEach(out()::println);
      out().println();
    }
    store.problems().forEach(problem -> out().println("PROBLEM     " + problem));
    if (store.current().isEmpty()) {
      out().println("No authority is trusted, so no My Number Card is accepted.");
    }
    return store.problems().isEmpty() ? 0 : REFUSED;
  }

  @Command(
      name = "remove",
      description = "Trust an authority no longer.",
      mixinStandardHelpOptions = true)
  int remove(
      @Option(names = "--config", required = true, paramLabel = "CONFIG") Path config,
      @Parameters(paramLabel = "SHA256", description = "The SHA-256, as trust list shows it.")
          String sha256)
      throws ConfigurationException, TrustStoreException, IOException {
    Configuration configuration = Configuration.read(config);
    Fingerprint fingerprint = fingerprint(sha256);
    boolean removed = IdentityWiring.trustStore(configuration).remove(fingerprint);
    if (removed) {
      note(configuration, new AuditRecord.AnchorRemoved(fingerprint.hex()));
    }
    out().println(removed ? "Removed." : "No such authority is trusted; see trust list.");
    return removed ? 0 : REFUSED;
  }

  private int confirm(
      Configuration configuration,
      TrustImport imports,
      TrustImport.Examination.Admissible candidate,
      Optional<String> sha256)
      throws TrustStoreException, IOException {
    String given = sha256.isPresent() ? sha256.get() : ask();
    if (given.isBlank()) {
      return say("Nothing was changed.", REFUSED);
    }
    Fingerprint fingerprint = fingerprint(given);
    return switch (imports.confirm(candidate, fingerprint)) {
      case IMPORTED -> {
        note(configuration, new AuditRecord.AnchorImported(fingerprint.hex()));
        yield say("Trusted from now on.", 0);
      }
      case ALREADY_TRUSTED -> say("It is trusted already.", 0);
      case FINGERPRINT_DIFFERS ->
        say("The SHA-256 you gave is another one. Nothing was changed.", REFUSED);
    };
  }

  private String ask() throws IOException {
    out().println();
    out().println("Compare the SHA-256 with the authority's own publication.");
    out().println("To trust it, type the SHA-256 from there; to leave it, press Enter.");
    out().flush();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line.strip();
  }

  private int say(String text, int code) {
    out().println(text);
    return code;
  }

  private Fingerprint fingerprint(String text) {
    try {
      return Fingerprint.typed(text);
    } catch (IllegalArgumentException wrong) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), wrong.getMessage() + ", as trust list or the publication shows it");
    }
  }

  /** The kiosk may never have run, so that nothing is there yet. */
  private static void note(Configuration configuration, AuditRecord change) throws IOException {
    Files.createDirectories(configuration.kiosk().stateDirectory());
    ClockTrust trust = new ClockTrust(
        new SystemTimeSource(), configuration.kiosk().clockBattery(), System::nanoTime);
    Clock clock = Clock.system(configuration.kiosk().timeZone());
    try (AuditTrail audit = Wiring.audit(configuration, NO_BOOT, clock, trust)) {
      audit.write(change);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
