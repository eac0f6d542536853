package org.kashidashi.sync.ils.central;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.kashidashi.sync.ils.central.identity.CentralTls;
import org.kashidashi.sync.ils.central.identity.IdentityFile;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that shows the kiosk's certificate, made anew as soon as the identity file is another.
 *
 * <p>Each call looks at the file once. What is under way with the client before goes on.
 */
final class IdentifiedConnections implements Connections {
  private static final Logger LOG = LoggerFactory.getLogger(IdentifiedConnections.class);

  private final CentralSettings settings;
  private final Credentials credentials;
  private final OkHttpClient plain;
  private final IdentityRenewal renewal;
  private volatile Current current;
  private volatile String told = "";
  private volatile Optional<Rest> rest = Optional.empty();

  /** The identity in use, and the client that shows it. */
  private record Enrolled(KioskIdentity identity, OkHttpClient client) {}

  /**
   * What was made of the file as it was.
   *
   * @param trouble why there is no identity, empty if there is one
   */
  private record Current(
      Optional<IdentityFile.Stamp> stamp, Optional<Enrolled> enrolled, String trouble) {}

  /** Central does not want to hear of an identity for a while. */
  private record Rest(IdentityRefusal refusal, OkHttpClient client, long endNanos) {}

  /**
   * @param plain the client without an identity, whose dispatcher all share
   * @param background runs renewals
   */
  IdentifiedConnections(
      CentralSettings settings, Credentials credentials, OkHttpClient plain, Executor background) {
    this.settings = settings;
    this.credentials = credentials;
    this.plain = plain;
    this.renewal = new IdentityRenewal(settings, credentials, background);
    this.current = load();
  }

  @Override
  public Line line() {
    Current now = refreshed();
    if (now.enrolled().isEmpty()) {
      tell(now.trouble());
      return new Line.Shut(now.trouble(), CentralProbe.Outcome.NOT_ENROLLED);
    }
    Enrolled enrolled = now.enrolled().get();
    Optional<IdentityRefusal> refusal = resting(enrolled);
    if (refusal.isEmpty() || refusal.get() == IdentityRefusal.CERTIFICATE_EXPIRED) {
      renewal.consider(enrolled.identity(), enrolled.client());
    }
    return refusal.isPresent()
        ? new Line.Shut(refusal.get().remedy(), Probing.outcome(refusal.get()))
        : new Line.Open(enrolled.client());
  }

  @Override
  public Optional<Instant> identityEnd() {
    return refreshed().enrolled().map(enrolled -> enrolled.identity().end());
  }

  private Optional<IdentityRefusal> resting(Enrolled enrolled) {
    return rest.filter(one -> one.client().equals(enrolled.client())
            && one.endNanos() - credentials.nanoTime().getAsLong() > 0)
        .map(Rest::refusal);
  }

  @Override
  public void heard(OkHttpClient by, Heard heard) {
    boolean outdated = !isCurrent(by);
    if (outdated || heard.answer() instanceof CentralAnswer.None) {
      // After a lost network, pooled connections would hang one after the other.
      by.connectionPool().evictAll();
    }
    if (outdated) {
      return;
    }
    Optional<IdentityRefusal> refusal = heard.refusal();
    considerRenewal(heard);
    if (refusal.isPresent()) {
      long length = refusal.get().rest().toNanos();
      long end = credentials.nanoTime().getAsLong() + length;
      rest = Optional.of(new Rest(refusal.get(), by, end));
      tell(refusal.get().remedy());
    } else if (heard.distrust().isPresent()) {
      tell(heard.distrust().get());
    } else if (!(heard.answer() instanceof CentralAnswer.None)) {
      told = "";
    }
  }

  private void considerRenewal(Heard heard) {
    current.enrolled().ifPresent(enrolled -> {
      if (heard.renewalWished()
          || heard.refusal().equals(Optional.of(IdentityRefusal.CERTIFICATE_EXPIRED))) {
        renewal.wish(enrolled.identity());
      }
      if (heard.refusal().isEmpty()
          || heard.refusal().get() == IdentityRefusal.CERTIFICATE_EXPIRED) {
        renewal.consider(enrolled.identity(), enrolled.client());
      }
    });
  }

  private boolean isCurrent(OkHttpClient client) {
    return current.enrolled().filter(one -> one.client().equals(client)).isPresent();
  }

  private Current refreshed() {
    Current before = current;
    try {
      return credentials.file().stamp().equals(before.stamp()) ? before : reloaded();
    } catch (IdentityFileException unreadable) {
      // What is known stays good; a disk that fails is told by others.
      LOG.debug("The identity stays as it is", unreadable);
      return before;
    }
  }

  /** One thread at a time, since each makes a client with threads and connections. */
  private synchronized Current reloaded() throws IdentityFileException {
    Current before = current;
    if (credentials.file().stamp().equals(before.stamp())) {
      return before;
    }
    Current after = load();
    current = after;
    before.enrolled().ifPresent(one -> one.client().connectionPool().evictAll());
    after
        .enrolled()
        .ifPresent(one -> LOG.info("From now on central sees a new {}", one.identity()));
    return after;
  }

  private Current load() {
    Optional<IdentityFile.Stamp> stamp = Optional.empty();
    try {
      // First the stamp: if the file changes in between, the next call reads it again.
      stamp = credentials.file().stamp();
      Optional<KioskIdentity> identity = credentials.file().read();
      if (identity.isEmpty()) {
        return without(stamp, "this kiosk is not enrolled at central; run kiosk enrol");
      }
      if (!identity.get().kiosk().equals(settings.kiosk())) {
        return without(
            stamp,
            "the identity file is of kiosk '%s', this is kiosk '%s'; run kiosk enrol"
                .formatted(identity.get().kiosk(), settings.kiosk()));
      }
      return new Current(stamp, Optional.of(enrolled(identity.get())), "");
    } catch (IdentityFileException unusable) {
      return without(stamp, String.valueOf(unusable.getMessage()));
    }
  }

  private static Current without(Optional<IdentityFile.Stamp> stamp, String trouble) {
    return new Current(stamp, Optional.empty(), trouble);
  }

  private Enrolled enrolled(KioskIdentity identity) {
    CentralTls tls = CentralTls.of(identity, credentials.time(), credentials.random());
    return new Enrolled(identity, SecureClients.of(plain, tls));
  }

  /** Once for each trouble, not once for each call. */
  private void tell(String trouble) {
    if (!trouble.equals(told)) {
      told = trouble;
      LOG.warn("No line to central: {}", trouble);
    }
  }

  @Override
  public void close() {
    current.enrolled().ifPresent(one -> one.client().connectionPool().evictAll());
  }
}
