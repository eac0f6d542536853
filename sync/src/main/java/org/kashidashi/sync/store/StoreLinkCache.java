package org.kashidashi.sync.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.registry.CacheFailedException;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.LinkCache;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.Remembered;

/** Remembers links in the store. */
final class StoreLinkCache implements LinkCache {
  private static final String DOING = "cache of links";

  private final StoreThread thread;
  private final Database database;
  private final Seal seal;
  private final LinkRows rows;

  StoreLinkCache(StoreThread thread, Database database, Seal seal, LinkRows rows) {
    this.thread = thread;
    this.database = database;
    this.seal = seal;
    this.rows = rows;
  }

  @Override
  public Optional<Remembered<LinkAnswer.Linked>> find(PersonIdentifier person)
      throws CacheFailedException {
    try {
      return thread.call(DOING, () -> database.single(() -> rows.find(digest(person))));
    } catch (StoreException e) {
      throw new CacheFailedException(DOING, e);
    }
  }

  @Override
  public void remember(PersonIdentifier person, LinkAnswer.Linked link, Instant asOf)
      throws CacheFailedException {
    run(() -> {
      rows.replace(digest(person), link, asOf);
      return true;
    });
  }

  @Override
  public void forget(PersonIdentifier person) throws CacheFailedException {
    run(() -> rows.forget(digest(person)));
  }

  private <T> void run(Database.Work<T> work) throws CacheFailedException {
    try {
      thread.call(DOING, () -> database.single(work));
    } catch (StoreException e) {
      throw new CacheFailedException(DOING, e);
    }
  }

  private byte[] digest(PersonIdentifier person) {
    return seal.digest(
        Seal.Purpose.PERSON,
        person.kind().name().getBytes(StandardCharsets.US_ASCII),
        person.value().getBytes(StandardCharsets.UTF_8));
  }
}
