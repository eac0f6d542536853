package org.kashidashi.sync.store;

import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.registry.CacheFailedException;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Remembered;
import org.kashidashi.sync.registry.ResolverCache;

/** Remembers authorities' answers in the store. */
final class StoreResolverCache implements ResolverCache {
  private static final String DOING = "cache of resolutions";

  private final StoreThread thread;
  private final Database database;
  private final Seal seal;
  private final AnswerRows rows;

  StoreResolverCache(StoreThread thread, Database database, Seal seal, AnswerRows rows) {
    this.thread = thread;
    this.database = database;
    this.seal = seal;
    this.rows = rows;
  }

  @Override
  public Optional<Remembered<PersonIdentifier>> find(PresentedCertificate certificate)
      throws CacheFailedException {
    try {
      Optional<Remembered<String>> known =
          thread.call(DOING, () -> database.single(() -> rows.find(digest(certificate))));
      if (known.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Remembered<>(person(known.get().value()), known.get().asOf()));
    } catch (StoreException e) {
      throw new CacheFailedException(DOING, e);
    }
  }

  @Override
  public void remember(PresentedCertificate certificate, PersonIdentifier person, Instant asOf)
      throws CacheFailedException {
    String answer = person.kind() + ":" + person.value();
    run(() -> {
      rows.replace(digest(certificate), answer, asOf);
      return true;
    });
  }

  @Override
  public void forget(PresentedCertificate certificate) throws CacheFailedException {
    run(() -> rows.forget(digest(certificate)));
  }

  private <T> void run(Database.Work<T> work) throws CacheFailedException {
    try {
      thread.call(DOING, () -> database.single(work));
    } catch (StoreException e) {
      throw new CacheFailedException(DOING, e);
    }
  }

  private byte[] digest(PresentedCertificate certificate) {
    return seal.digest(
        Seal.Purpose.CERTIFICATE, certificate.issuer(), certificate.serial().toByteArray());
  }

  private static PersonIdentifier person(String text) throws StoreDamagedException {
    int colon = text.indexOf(':');
    if (colon < 0 || colon == text.length() - 1) {
      throw new StoreDamagedException(DOING + ": an answer that this program never wrote");
    }
    return new PersonIdentifier(
        Columns.value(IdentifierKind.class, text.substring(0, colon)), text.substring(colon + 1));
  }
}
