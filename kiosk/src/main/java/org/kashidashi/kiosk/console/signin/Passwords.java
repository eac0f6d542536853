package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.sync.file.Turn;
import org.kashidashi.sync.secret.PasswordCost;
import org.kashidashi.sync.secret.PasswordHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passwords of one machine's technicians, hashed. They are good on this machine alone.
 *
 * <p>Whom the configuration names has the role that it gives, for as long as it does: such an entry
 * holds no role of its own, so that taking a name out of the configuration takes the password, too.
 */
public final class Passwords {
  public static final int LENGTH_MINIMUM = 12;

  /** More technicians than any library has. */
  private static final int ENTRIES_MAXIMUM = 64;

  /** In place of a role: the configuration's holds. */
  private static final String NAMED = "named";

  private static final Pattern ENTRY =
      Pattern.compile("([a-z][a-z0-9.-]{0,31}):(view|test|config|admin|" + NAMED
          + "):(\\$argon2id\\$[!-~]{1,150})");

  private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

  private final SignInFile file;
  private final Turn turn;
  private final PasswordCost cost;
  private final SecureRandom random;

  /**
   * In a folder.
   *
   * @param folder on the file system that keeps what is written
   * @param cost of the passwords that are set from now on
   */
  public Passwords(Path folder, PasswordCost cost, SecureRandom random) {
    this.file = new SignInFile(folder.resolve("passwords"));
    this.turn = new Turn(folder);
    this.cost = cost;
    this.random = random;
  }

  /** An entry of the file. */
  record Entry(String name, String standing, String hash) {
    /** The role that was given here; empty if only the configuration gives them one. */
    Optional<Role> role() {
      return standing.equals(NAMED)
          ? Optional.empty()
          : Optional.of(Role.valueOf(standing.toUpperCase(Locale.ROOT)));
    }

    private String written() {
      return name + ":" + standing + ":" + hash + "\n";
    }
  }

  /** A password that nobody guesses at a console: long enough is all that is asked. */
  public static boolean fit(char[] password) {
    return password.length >= LENGTH_MINIMUM;
  }

  /**
   * Gives a technician whom the configuration does not name a password, in place of the one they had.
   *
   * @param password left as it is: the caller wipes it
   */
  public void set(Technician technician, char[] password) throws IOException {
    put(technician.name(), technician.role().name().toLowerCase(Locale.ROOT), password);
  }

  /**
   * Gives a technician whom the configuration names a password: good for as long as it does.
   *
   * @param password left as it is: the caller wipes it
   */
  public void setNamed(String name, char[] password) throws IOException {
    put(name, NAMED, password);
  }

  private void put(String name, String standing, char[] password) throws IOException {
    if (!fit(password)) {
      throw new IllegalArgumentException(
          "a password of %d characters, need %d".formatted(password.length, LENGTH_MINIMUM));
    }
    // It takes a while, and nobody else has to wait for it.
    Entry entry = new Entry(name, standing, PasswordHash.of(password, cost, random));
    boolean _ = turn.take(() -> {
      Map<String, Entry> entries = entries();
      if (entries.size() >= ENTRIES_MAXIMUM && !entries.containsKey(name)) {
        throw new IOException(
            "%s holds %d technicians already: remove one".formatted(file.path(), ENTRIES_MAXIMUM));
      }
      entries.put(name, entry);
      write(entries);
      return true;
    });
  }

  /** What nobody's password fits, as costly as those that are set. */
  String ofNobody() {
    return PasswordHash.ofNobody(cost, random);
  }

  /** Takes a technician's password away; false if they had none. */
  public boolean remove(String name) throws IOException {
    return turn.take(() -> {
      Map<String, Entry> entries = entries();
      boolean there = entries.remove(name) != null;
      if (there) {
        write(entries);
      }
      return there;
    });
  }

  /**
   * Leaves those whom the configuration names the role that it gives them, and none of their own.
   *
   * @param names nobody whose entry is so already is written again
   */
  void bind(Set<String> names) {
    try {
      if (entries().values().stream().noneMatch(entry -> unbound(entry, names))) {
        return;
      }
      boolean _ = turn.take(() -> {
        Map<String, Entry> entries = entries();
        entries.replaceAll(
            (name, entry) -> unbound(entry, names) ? new Entry(name, NAMED, entry.hash()) : entry);
        write(entries);
        return true;
      });
    } catch (IOException unwritable) {
      LOG.warn("a password is not bound to the configuration", unwritable);
    }
  }

  private static boolean unbound(Entry entry, Set<String> names) {
    return names.contains(entry.name()) && entry.role().isPresent();
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
        entries.put(
            matcher.group(1), new Entry(matcher.group(1), matcher.group(2), matcher.group(3)));
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
