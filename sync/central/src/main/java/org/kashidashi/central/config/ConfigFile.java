package org.kashidashi.central.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.config.CentralConfig.Counters;
import org.kashidashi.central.config.CentralConfig.Library;
import org.kashidashi.central.config.CentralConfig.Listen;
import org.kashidashi.central.config.CentralConfig.Tls;
import org.kashidashi.central.identity.ServerName;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.sync.registry.authority.AuthorityPlace;

/** Reads the configuration file. A new setting is one line here and one component of a record. */
public final class ConfigFile {
  private static final int BYTES_MAXIMUM = 64 * 1024;
  private static final int NAME_MAXIMUM = 100;
  private static final int NAMES_MAXIMUM = 16;
  private static final int PORT_MAXIMUM = 65_535;
  private static final Pattern LIBRARY_ID = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private final Path path;

  public ConfigFile(Path path) {
    this.path = path;
  }

  public CentralConfig read() throws ConfigMistakesException {
    Settings settings = Settings.parse(text());
    boolean tls = settings.has("tls");
    Library library = new Library(
        settings.text(
            "library.id",
            id -> LIBRARY_ID.matcher(id).matches(),
            "write 1 to 32 of a-z, 0-9 and hyphen, such as \"toda\""),
        settings.text(
            "library.name",
            name -> !name.isBlank() && name.length() <= NAME_MAXIMUM,
            "write the library's name, at most " + NAME_MAXIMUM + " characters"));
    String zone = settings.text(
        "library.time_zone", ConfigFile::isZone, "write a zone such as \"Asia/Tokyo\"");
    Listen listen = new Listen(
        settings.text(
            "listen.host",
            host -> LOOPBACK.contains(host)
                || (tls && (ServerName.isGood(host) || EVERYWHERE.contains(host))),
            tls
                ? "write an address of this machine, such as \"192.0.2.7\""
                : "write \"127.0.0.1\", or add a section [tls]: without it kiosks do not authenticate,"
                    + " so no other machine may reach central"),
        settings.integer("listen.port", 0, PORT_MAXIMUM));
    String database = settings.text(
        "store.database",
        ConfigFile::isFile,
        "write the path of the database file, such as \"central.db\"");
    Optional<Tls> kiosks = tls ? Optional.of(tls(settings, database)) : Optional.empty();
    int loanLimit = settings.integer("loan.limit", 0, LoanRules.LOAN_LIMIT_MAXIMUM);
    int loanDays = settings.integer("loan.days", 1, LoanRules.LOAN_DAYS_MAXIMUM);
    LendTo lendTo = settings.oneOf("loan.lend_to", LendTo.class, LendTo.ANYONE);
    LibraryRules decided = RulesSection.read(settings, lendTo);
    Optional<AuthorityPlace> authority = AuthoritySection.read(
        settings, file -> path.toAbsolutePath().resolveSibling(file).normalize());
    Counters counters = CountersSection.read(settings);
    List<Mistake> mistakes = settings.finish();
    if (!mistakes.isEmpty()) {
      throw new ConfigMistakesException(path.toString(), mistakes);
    }
    LoanRules rules = new LoanRules(ZoneId.of(zone), loanLimit, loanDays, lendTo);
    return new CentralConfig(
        library, listen, besideThisFile(database), rules, kiosks, decided, authority, counters);
  }

  private Tls tls(Settings settings, String database) {
    List<String> names = settings.texts(
        "tls.names",
        NAMES_MAXIMUM,
        ServerName::isGood,
        "write the names by which kiosks call central, such as [\"central.example\", \"192.0.2.7\"]");
    String beside = CentralConfig.authorityBeside(besideThisFile(database)).toString();
    String folder = settings.textOr(
        "tls.directory",
        beside,
        ConfigFile::isFile,
        "write the path of a folder for the certificate authority, or leave it out");
    return new Tls(names, besideThisFile(folder));
  }

  private String text() throws ConfigMistakesException {
    try {
      if (Files.size(path) > BYTES_MAXIMUM) {
        throw unreadable(
            "the file has %d bytes".formatted(Files.size(path)),
            "name a configuration file, at most %d bytes".formatted(BYTES_MAXIMUM));
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw unreadable(
          "the file cannot be read as UTF-8 text (%s)".formatted(e.getClass().getSimpleName()),
          "check its name, its rights and its encoding");
    }
  }

  private ConfigMistakesException unreadable(String problem, String remedy) {
    return new ConfigMistakesException(path.toString(), List.of(new Mistake(0, problem, remedy)));
  }

  private Path besideThisFile(String database) {
    return path.toAbsolutePath().resolveSibling(database).normalize();
  }

  private static boolean isZone(String text) {
    try {
      ZoneId.of(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  static boolean isFile(String text) {
    return !text.isBlank()
        && text.indexOf('\0') < 0
        && text.indexOf('?') < 0
        && Path.of(text).getFileName() != null;
  }
}
