package org.kashidashi.sync.ils.central;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.IdentityRequest;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.kashidashi.sync.ils.central.identity.UnfitCertificateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the kiosk's certificate in the background, each time with a new key.
 *
 * <p>It is due when central says so, or at two thirds of the certificate's life where the time is
 * certain. The old identity stays good for central until its end, so a lost answer, a full disk or
 * a power cut costs nothing but another try. Nobody ever waits for it.
 */
final class IdentityRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityRenewal.class);
  private static final String PATH = "/v1/identity/renew";
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int DOUBLINGS_MAXIMUM = 6;

  private final CentralSettings settings;
  private final Credentials credentials;
  private final Executor background;
  private volatile Optional<KioskIdentity> wished = Optional.empty();
  private volatile Plan plan = new Plan(Optional.empty(), 0);
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * When the next try may be.
   *
   * @param lastNanos when the last try began; empty before the first
   * @param refusals in a row
   */
  private record Plan(Optional<Long> lastNanos, int refusals) {
    boolean allows(long nanos) {
      Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(refusals, DOUBLINGS_MAXIMUM));
      Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
      return lastNanos.isEmpty() || nanos - lastNanos.get() >= bounded.toNanos();
    }
  }

  /** How a try ended. */
  private enum Ending {
    RENEWED,
    NOT_ANSWERED,
    REFUSED
  }

  IdentityRenewal(CentralSettings settings, Credentials credentials, Executor background) {
    this.settings = settings;
    this.credentials = credentials;
    this.background = background;
  }

  /** Central wants this identity renewed. */
  void wish(KioskIdentity identity) {
    wished = Optional.of(identity);
  }

  /** Begins a renewal if one is due. Returns at once. */
  void consider(KioskIdentity identity, OkHttpClient client) {
    if (!isDue(identity) || !running.compareAndSet(false, true)) {
      return;
    }
    long now = credentials.nanoTime().getAsLong();
    if (!plan.allows(now)) {
      running.set(false);
      return;
    }
    try {
      background.execute(() -> run(identity, client, now));
    } catch (RejectedExecutionException ending) {
      LOG.debug("no renewal, because the kiosk ends");
      running.set(false);
    }
  }

  private boolean isDue(KioskIdentity identity) {
    boolean asked = wished.filter(one -> one.equals(identity)).isPresent();
    return asked
        || credentials
            .time()
            .now()
            .filter(now -> !now.isBefore(identity.renewalDue()))
            .isPresent();
  }

  private void run(KioskIdentity identity, OkHttpClient client, long begunNanos) {
    // A mistake of ours counts like a refusal: else it would be made again with every call.
    int refusals = plan.refusals() + 1;
    try {
      refusals = switch (renew(identity, client)) {
        case RENEWED, NOT_ANSWERED -> 0;
        case REFUSED -> refusals;
      };
    } finally {
      plan = new Plan(Optional.of(begunNanos), refusals);
      running.set(false);
    }
  }

  private Ending renew(KioskIdentity identity, OkHttpClient client) {
    IdentityRequest request = IdentityRequest.create(settings.kiosk(), credentials.random());
    Heard heard = CentralCall.post(
        client, settings, PATH, IdentityAnswer.question(request), settings.deliveryBudget());
    return switch (heard.answer()) {
      case CentralAnswer.Ok ok -> keep(identity, request, ok.body());
      case CentralAnswer.Wrong wrong -> refused(wrong.code());
      case CentralAnswer.None _
      when heard.refusal().isPresent() ->
        refused("central says %s; enrol this kiosk again"
            .formatted(heard.refusal().get().code()));
      case CentralAnswer.None none -> {
        LOG.debug("The certificate was not renewed: {}", none.reason());
        yield Ending.NOT_ANSWERED;
      }
    };
  }

  private Ending keep(KioskIdentity old, IdentityRequest request, JsonFields body) {
    try {
      KioskIdentity renewed = IdentityAnswer.read(request, body);
      if (!renewed.sharesAuthority(old)) {
        return refused("the answer is of another authority");
      }
      if (credentials.file().renew(old, renewed)) {
        LOG.info("The kiosk's certificate was renewed");
      }
      return Ending.RENEWED;
    } catch (MalformedAnswerException | UnfitCertificateException | IdentityFileException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static Ending refused(String reason) {
    LOG.warn("The kiosk's certificate cannot be renewed: {}", reason);
    return Ending.REFUSED;
  }
}
