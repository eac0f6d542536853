package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.sync.secret.PasswordHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The passwords of one machine's technicians, hashed. They are good on this machine alone. */
public final class Passwords {
  public static final int LENGTH_MINIMUM = 12;

  /** More technicians than any library has. */
  private static final int ENTRIES_MAXIMUM = 64;

  private static final Pattern ENTRY = Pattern.compile(
      "([a-z][a-z0-9.-]{0,31}):(view|test|config|admin):(\\$argon2id\\$[!-~]{1,150})");

  private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

  private final SignInFile file;
  private final SecureRandom random;

  /**
   * In a folder.
   *
   * @param folder on the file system that keeps what is written
   */
  public Passwords(Path folder, SecureRandom random) {
    this.file = new SignInFile(folder.resolve("passwords"));
    this.random = random;
  }

  /** An entry of the file. */
  record Entry(Technician technician, String hash) {
    private String written() {
      String role = technician.role().name().toLowerCase(Locale.ROOT);
      return technician.name() + ":" + role + ":" + hash + "\n";
    }
  }

  /** A password that nobody guesses at a console: long enough is all that is asked. */
  public static boolean fit(char[] password) {
    return password.length >= LENGTH_MINIMUM;
  }

  /**
   * Gives a technician a password, in place of the one they had.
   *
   * @param password left as it is: the caller wipes it
   */
  public void set(Technician technician, char[] password) throws IOException {
    if (!fit(password)) {
      throw new IllegalArgumentException(
          "a password of %d characters, need %d".formatted(password.length, LENGTH_MINIMUM));
    }
    Map<String, Entry> entries = entries();
    if (entries.size() >= ENTRIES_MAXIMUM && !entries.containsKey(technician.name())) {
      throw new IOException(
          "%s holds %d technicians already: remove one".formatted(file.path(), ENTRIES_MAXIMUM));
    }
    entries.put(technician.name(), new Entry(technician, PasswordHash.of(password, random)));
    write(entries);
  }

  /** Takes a technician's password away; false if they had none. */
  public boolean remove(String name) throws IOException {
    Map<String, Entry> entries = entries();
    boolean there = entries.remove(name) != null;
    if (there) {
      write(entries);
    }
    return there;
  }

  /** What is known of a name; a file that cannot be read knows nobody. */
  Optional<Entry> find(String name) {
    try {
      return Optional.ofNullable(entries().get(name));
    } catch (IOException unreadable) {
      LOG.warn("the passwords cannot be read", unreadable);
      return Optional.empty();
    }
  }

  /** A line that is damaged is nobody's; the others stay good. */
  private Map<String, Entry> entries() throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    file.read().orElse("").lines().limit(ENTRIES_MAXIMUM).forEach(line -> {
      Matcher matcher = ENTRY.matcher(line);
      if (matcher.matches()) {
        Role role = Role.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        Technician technician = new Technician(matcher.group(1), role);
        entries.put(technician.name(), new Entry(technician, matcher.group(3)));
      } else {
        LOG.warn("a line of {} is damaged, and left out", file.path());
      }
    });
    return entries;
  }

  private void write(Map<String, Entry> entries) throws IOException {
    StringBuilder text = new StringBuilder();
    entries.values().forEach(entry -> text.append(entry.written()));
    file.write(text.toString());
  }
}
