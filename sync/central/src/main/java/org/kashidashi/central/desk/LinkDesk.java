package org.kashidashi.central.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.CounterLinks;
import org.kashidashi.central.store.StaffRegister;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.Linked;

/**
 * Makes a link out of a proof: challenge, signature, rules, authority, rules again, then the record.
 * Certificates and their serials are looked at and never kept. Any thread may call it.
 */
public final class LinkDesk {
  private final StaffRegister staff;
  private final CounterLinks links;
  private final RegistryRules rules;
  private final Authority authority;
  private final Clock clock;
  private final SecureRandom random;

  public LinkDesk(
      CentralStore store,
      RegistryRules rules,
      Authority authority,
      Clock clock,
      SecureRandom random) {
    this.staff = store.staff();
    this.links = store.counterLinks(rules);
    this.rules = rules;
    this.authority = authority;
    this.clock = clock;
    this.random = random;
  }

  /** Bytes for a card to sign, good for one link within five minutes. */
  public LinkChallenge challenge(SignedIn who) throws StoreException {
    byte[] bytes = new byte[LinkChallenge.BYTES];
    random.nextBytes(bytes);
    LinkChallenge challenge = new LinkChallenge(bytes);
    staff.challenge(who, StaffStep.of(who, StaffAction.CHALLENGE, clock.instant()), challenge);
    return challenge;
  }

  /** Blocks for as long as the authority takes. */
  public Verdict<Linked> link(SignedIn who, LinkApplication application) throws StoreException {
    StaffStep step = about(StaffStep.of(who, StaffAction.LINK, clock.instant()), application);
    Optional<CounterRefusal> refusal = proofRefusal(who, application.proof());
    if (refusal.isEmpty()) {
      refusal = links.refusal(step, application);
    }
    if (refusal.isPresent()) {
      return refused(step, refusal.get());
    }
    return switch (authority.introduce(application.proof(), rules.library().wish())) {
      // The authority may have taken a while.
      case Introduction.Introduced introduced ->
        links.link(who, step.at(clock.instant()), application, introduced);
      case Introduction.NoIdentifier _ -> refused(step, CounterRefusal.NO_MYKEY_ID);
      case Introduction.ProofWrong _ -> refused(step, CounterRefusal.PROOF_WRONG);
      case Introduction.Revoked _ -> refused(step, CounterRefusal.CARD_REVOKED);
      case Introduction.Suspended _ -> refused(step, CounterRefusal.CARD_SUSPENDED);
      case Introduction.Unavailable _ -> refused(step, CounterRefusal.AUTHORITY_UNAVAILABLE);
    };
  }

  /** Uses the challenge up, whatever becomes of the link. */
  private Optional<CounterRefusal> proofRefusal(SignedIn who, PinProof proof)
      throws StoreException {
    if (proof.challenge().length != LinkChallenge.BYTES
        || !staff.useChallenge(who, new LinkChallenge(proof.challenge()), clock.instant())) {
      return Optional.of(CounterRefusal.CHALLENGE_OVER);
    }
    return ProofCheck.holds(proof) ? Optional.empty() : Optional.of(CounterRefusal.PROOF_WRONG);
  }

  private Verdict<Linked> refused(StaffStep step, CounterRefusal refusal) throws StoreException {
    staff.note(step, refusal.name());
    return new Verdict.Refused<>(refusal);
  }

  private static StaffStep about(StaffStep step, LinkApplication application) {
    return switch (application.holder()) {
      case LinkApplication.Holder.HasCard holder -> step.about(holder.patron());
      case LinkApplication.Holder.Migrating holder -> step.about(holder.patron());
      case LinkApplication.Holder.Newcomer _ -> step;
    };
  }
}
