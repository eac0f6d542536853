package org.kashidashi.central.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.kashidashi.central.circulation.Arrival;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.OpenLoan;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.OwnLoan;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.registry.PersonIdentifier;

/**
 * Central's memory. Any thread may call it; one thread of its own does the work, in order. Every
 * change is on the disk when its method returns.
 */
public final class CentralStore implements AutoCloseable {
  /** The largest catalogue of a prefecture loads in minutes. */
  private static final Duration LOAD_MAXIMUM = Duration.ofHours(6);

  private static final String KEY_CHECK = "key_check";

  private final StoreThread thread;
  private final StoreFault fault;
  private final Database database;
  private final Sql sql;
  private final StoreKeys keys;
  private final StoreSettings settings;

  private CentralStore(
      StoreThread thread, Database database, StoreKeys keys, StoreSettings settings) {
    this.thread = thread;
    this.fault = new StoreFault(settings.database());
    this.database = database;
    this.sql = new Sql(database.connection());
    this.keys = keys;
    this.settings = settings;
  }

  /** Opens the database and its key, making both if neither is there. */
  public static CentralStore open(StoreSettings settings) throws StoreException {
    StoreThread thread = new StoreThread(new StoreFault(settings.database()));
    try {
      return thread.call(() -> openOn(thread, settings), LOAD_MAXIMUM);
    } catch (StoreException | RuntimeException e) {
      thread.close();
      throw e;
    }
  }

  public void check() throws StoreException {
    thread.call(() -> Migrations.version(database.connection()));
  }

  public Optional<PatronStanding> standing(PatronId patron, Instant asOf) throws StoreException {
    return thread.call(() -> new PatronTable(sql).standing(patron, rules(), asOf));
  }

  public FoundLink link(PersonIdentifier person) throws StoreException {
    return thread.call(() -> links().find(person));
  }

  /** The item as it stands for this patron. */
  public Optional<ItemFacts> item(ItemBarcode barcode, PatronId patron, Instant asOf)
      throws StoreException {
    return thread.call(() -> itemFacts(barcode, patron, asOf));
  }

  /** What the patron has on loan; empty if there is no such patron. */
  public Optional<List<OwnLoan>> ownLoans(PatronId patron) throws StoreException {
    return thread.call(() -> new OwnLoans(sql, rules()).of(patron));
  }

  /** Prolongs the patron's own loan of an item; never one of somebody else. */
  public LoanRenewal renew(ItemBarcode barcode, PatronId patron, String kiosk, Instant now)
      throws StoreException {
    return thread.call(() -> database.inTransaction(
        () -> new OwnLoans(sql, rules()).renew(barcode, patron, kiosk, now), _ -> true));
  }

  /** Takes down that the patron has put an own loan back; never one of somebody else. */
  public GivingBack giveBack(ItemBarcode barcode, PatronId patron, String kiosk, Instant now)
      throws StoreException {
    return thread.call(() -> database.inTransaction(
        () -> new OwnLoans(sql, rules()).giveBack(barcode, patron, kiosk, now), _ -> true));
  }

  /** What patrons have put back and staff have not looked at, oldest first; without the patrons. */
  public List<PutBackItem> putBack() throws StoreException {
    return thread.call(() -> new OwnLoans(sql, rules()).putBack());
  }

  /**
   * Closes a loan whose item staff have in their hands, and forgets its patron.
   *
   * @return whether a patron had put it back
   */
  public boolean checkIn(ItemBarcode barcode, Instant now) throws StoreException {
    return thread.call(() ->
        database.inTransaction(() -> new OwnLoans(sql, rules()).checkIn(barcode, now), _ -> true));
  }

  public OperationResult apply(Operation operation, Arrival arrival) throws StoreException {
    return thread.call(() -> database.inTransaction(
        () -> new OperationLedger(sql, rules(), keys.digest()).apply(operation, arrival),
        _ -> true));
  }

  public KioskRegister kiosks() {
    return new KioskRegister(thread, database, keys.digest());
  }

  /** The memory of the monthly check. */
  public RenewalLedger renewals() {
    return new RenewalLedger(thread, database, settings);
  }

  public StaffRegister staff() {
    return new StaffRegister(thread, database, keys);
  }

  /**
   * Forgets what is left of links that counters removed before the first day of a month.
   *
   * @return how many
   */
  public int pruneLinks(YearMonth keptFrom) throws StoreException {
    return thread.call(
        () -> database.inTransaction(() -> links().prune(keptFrom.atDay(1)), _ -> true));
  }

  public CounterPatrons counterPatrons(RegistryRules rules) {
    return new CounterPatrons(counter(rules));
  }

  public CounterLinks counterLinks(RegistryRules rules) {
    return new CounterLinks(counter(rules));
  }

  public CounterItems counterItems(RegistryRules rules) {
    return new CounterItems(counter(rules));
  }

  /**
   * Blocks until the whole of it is on the disk, or nothing of it.
   *
   * @param on the day that counts as that of the links in it
   */
  public boolean load(LoadFile file, LocalDate on) throws StoreException {
    return thread.call(
        () -> {
          LoadTransaction transaction =
              new LoadTransaction(sql, rules(), links(), oldLinks(), fault, on);
          return database.inTransaction(() -> file.into(transaction), kept -> kept);
        },
        LOAD_MAXIMUM);
  }

  /**
   * Writes the database as it is at one moment into an empty file; others go on meanwhile.
   *
   * @param target must be there, for the owner only; it is not forced to the disk
   */
  public void copyInto(Path target) throws StoreException {
    thread.call(() -> sql.update("VACUUM INTO ?", target.toAbsolutePath()), LOAD_MAXIMUM);
  }

  /** The file without which a database is worth little. */
  public static Path keyBeside(Path database) {
    return new KeyFile(database).path();
  }

  /** The folder that is there while a backup is put back: nothing may be begun on half of one. */
  public static Path restoringBeside(Path database) {
    return database.resolveSibling(database.getFileName() + ".restoring");
  }

  @Override
  public void close() throws StoreException {
    try {
      thread.call(() -> {
        database.close();
        return true;
      });
    } finally {
      thread.close();
    }
  }

  private static CentralStore openOn(StoreThread thread, StoreSettings settings) throws Exception {
    Path path = settings.database();
    if (Files.exists(restoringBeside(path))) {
      throw new StoreDamagedException(
          "a restore into database '%s' was cut off: run 'central restore' again".formatted(path));
    }
    Database database = Database.open(path);
    try {
      StoreKeys keys = database.inTransaction(
          () -> {
            Migrations.run(database.connection());
            return checkedKeys(new Sql(database.connection()), new KeyFile(path), path);
          },
          _ -> true);
      return new CentralStore(thread, database, keys, settings);
    } catch (Exception e) {
      database.close();
      throw e;
    }
  }

  /** A database knows by a digest of its own which key it belongs to. */
  private static StoreKeys checkedKeys(Sql sql, KeyFile keyFile, Path path)
      throws StoreException, SQLException {
    Optional<String> expected =
        sql.one("SELECT value FROM settings WHERE name = ?", row -> row.text("value"), KEY_CHECK);
    if (expected.isEmpty()) {
      StoreKeys keys = keys(keyFile.exists() ? keyFile.read() : keyFile.create());
      sql.update(
          "INSERT INTO settings (name, value) VALUES (?, ?)",
          KEY_CHECK,
          keys.digest().of(KEY_CHECK, ""));
      return keys;
    }
    if (!keyFile.exists()) {
      throw new StoreDamagedException(
          "key file '%s' of database '%s' is missing: restore it from the backup, without it no"
                  .formatted(keyFile.path(), path)
              + " link is found");
    }
    StoreKeys keys = keys(keyFile.read());
    if (!keys.digest().of(KEY_CHECK, "").equals(expected.get())) {
      throw new StoreDamagedException(
          "key file '%s' does not belong to database '%s': restore both from one backup"
              .formatted(keyFile.path(), path));
    }
    return keys;
  }

  private static StoreKeys keys(SecretKey key) {
    return StoreKeys.of(key, new SecureRandom());
  }

  private Optional<ItemFacts> itemFacts(ItemBarcode barcode, PatronId patron, Instant asOf)
      throws SQLException {
    ItemTable items = new ItemTable(sql);
    Optional<Item> item = items.find(barcode);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Optional<OpenLoan> open = new LoanTable(sql).open(barcode);
    Optional<LocalDate> due = open.filter(loan -> loan.patron().equals(patron)).map(OpenLoan::due);
    CirculationStatus status = status(open, items.heldFor(barcode), patron);
    return Optional.of(new ItemFacts(item.get(), status, due, asOf));
  }

  private static CirculationStatus status(
      Optional<OpenLoan> open, Optional<PatronId> heldFor, PatronId patron) {
    if (open.isPresent()) {
      return open.get().patron().equals(patron)
          ? CirculationStatus.ON_LOAN_TO_PATRON
          : CirculationStatus.ON_LOAN_TO_ANOTHER;
    }
    if (heldFor.isPresent()) {
      return heldFor.get().equals(patron)
          ? CirculationStatus.ON_HOLD_FOR_PATRON
          : CirculationStatus.ON_HOLD_FOR_ANOTHER;
    }
    return CirculationStatus.AVAILABLE;
  }

  private LinkTable links() {
    return new LinkTable(sql, settings.library(), keys);
  }

  private OldLinkTable oldLinks() {
    return new OldLinkTable(sql, settings.library(), keys.digest());
  }

  private CounterTables counter(RegistryRules rules) {
    return CounterTables.of(thread, database, keys, settings, rules);
  }

  private LoanRules rules() {
    return settings.rules();
  }
}
