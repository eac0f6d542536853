package org.kashidashi.kiosk.counter;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.pin.CardTrouble;
import org.kashidashi.hal.card.jpki.pin.KeyAnswer;
import org.kashidashi.hal.card.jpki.pin.Opening;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.card.jpki.pin.PinAnswer;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.hal.card.jpki.pin.PinSession;
import org.kashidashi.hal.card.jpki.pin.PinStanding;
import org.kashidashi.hal.card.jpki.pin.SigningAnswer;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.identity.CertificateVerdict;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.StaffTicket;

/**
 * Lets a person prove with card and PINs that the card is theirs.
 *
 * <p>The tries left come first, a PIN is tried on nothing but the key that it was given for, and the
 * last try is never used. Staff see how many digits there are, and no digit. Whatever happens, the
 * card is let go and the PINs are wiped.
 */
final class Proving {
  /** What a task ended for when the person was told of it on their own screen. */
  static final String LAST_TRY = "LAST_TRY_KEPT";

  static final String BLOCKED = "PIN_BLOCKED";

  private final Talk talk;
  private final CardPlace card;
  private final CertificateCheck check;
  private final PatronFacing patron;
  private final CounterRegistry registry;
  private final Replies replies;
  private final boolean keyWanted;
  private final LongSupplier nanoTime;

  /**
   * @param keyWanted whether a card whose key is not recorded is of no use in this library
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   */
  Proving(
      Talk talk,
      CardPlace card,
      CertificateCheck check,
      PatronFacing patron,
      CounterRegistry registry,
      boolean keyWanted,
      LongSupplier nanoTime) {
    this.talk = talk;
    this.card = card;
    this.check = check;
    this.patron = patron;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.keyWanted = keyWanted;
    this.nanoTime = nanoTime;
  }

  /**
   * What the card and its holder have proved.
   *
   * @param cardKey empty if the card holds none, or does not give it and nobody wants it
   */
  record Proved(PinProof proof, Optional<CardKey> cardKey) {}

  /** Works on the card that lies on the reader. */
  Proved prove(StaffTicket ticket) throws TaskEndedException, PatronGoneException {
    return switch (PinSession.open(card.reader(), PinLayout.current(), nanoTime)) {
      case Opening.NotOpened(var reading) -> throw CardPlace.ended(talk, Obstacles.of(reading));
      case Opening.Opened(PinSession session) -> {
        try (session) {
          yield prove(ticket, session);
        }
      }
    };
  }

  private Proved prove(StaffTicket ticket, PinSession session)
      throws TaskEndedException, PatronGoneException {
    PresentedCertificate certificate = checked(session.certificate());
    int tries = tries(session, PinName.USER_AUTHENTICATION);
    if (!keyWanted && closed(session)) {
      talk.tell(Phrase.WITHOUT_CARD_KEY, tries);
      return withoutKey(ticket, session, certificate, tries);
    }
    int inputTries = tries(session, PinName.CARD_FACE_INPUT);
    talk.tell(Phrase.TRIES_LEFT, tries, inputTries);
    return withKey(ticket, session, certificate, tries, inputTries);
  }

  /** Whether the key cannot be had, though nothing else is wrong with the card. */
  private static boolean closed(PinSession session) {
    return switch (session.standing(PinName.CARD_FACE_INPUT)) {
      case PinStanding.LastTryKept _, PinStanding.Blocked _, PinStanding.NotUsable _ -> true;
      case PinStanding.TriesLeft _, CardTrouble _ -> false;
    };
  }

  private Proved withoutKey(
      StaffTicket ticket, PinSession session, PresentedCertificate certificate, int tries)
      throws TaskEndedException, PatronGoneException {
    try (TypedPin pin = new TypedPin()) {
      talk.tell(Phrase.PATRON_TYPES_PIN);
      pin.hold(type(PinUse.USER_AUTHENTICATION, tries, false));
      return new Proved(
          proof(ticket, session, certificate, PinUse.USER_AUTHENTICATION, pin), Optional.empty());
    }
  }

  private Proved withKey(
      StaffTicket ticket,
      PinSession session,
      PresentedCertificate certificate,
      int tries,
      int inputTries)
      throws TaskEndedException, PatronGoneException {
    boolean same = patron.samePins() == PatronFacing.SamePins.SAME;
    PinUse first = same ? PinUse.BOTH : PinUse.CARD_FACE_INPUT;
    try (TypedPin pin = new TypedPin()) {
      talk.tell(same ? Phrase.PATRON_TYPES_BOTH : Phrase.PATRON_TYPES_INPUT_PIN);
      pin.hold(type(first, same ? Math.min(tries, inputTries) : inputTries, false));
      Optional<CardKey> key = cardKey(session, first, pin);
      if (!same) {
        pin.wipe();
        talk.tell(Phrase.PATRON_TYPES_PIN);
        pin.hold(type(PinUse.USER_AUTHENTICATION, tries, false));
      }
      // Last, since the registry's challenge does not wait for people.
      PinUse last = same ? PinUse.BOTH : PinUse.USER_AUTHENTICATION;
      return new Proved(proof(ticket, session, certificate, last, pin), key);
    }
  }

  private PresentedCertificate checked(CertificateBytes bytes) throws TaskEndedException {
    return switch (check.check(bytes)) {
      case CertificateVerdict.Valid(PresentedCertificate certificate) -> certificate;
      case CertificateVerdict.Expired _ ->
        throw CardPlace.ended(talk, CardObstacle.CERTIFICATE_EXPIRED);
      case CertificateVerdict.NotYetValid _,
          CertificateVerdict.Untrusted _,
          CertificateVerdict.Unfit _ -> throw CardPlace.ended(talk, CardObstacle.UNTRUSTED);
      case CertificateVerdict.Malformed _ -> throw CardPlace.ended(talk, CardObstacle.DAMAGED);
    };
  }

  private int tries(PinSession session, PinName name) throws TaskEndedException {
    return switch (session.standing(name)) {
      case PinStanding.TriesLeft(int tries) -> tries;
      case PinStanding.LastTryKept _ -> throw notTried(name, false);
      case PinStanding.Blocked _ -> throw notTried(name, true);
      case PinStanding.NotUsable _ -> throw CardPlace.ended(talk, CardObstacle.NO_PIN);
      case CardTrouble trouble -> throw CardPlace.ended(talk, Obstacles.of(trouble));
    };
  }

  /** A signature counts only right after its PIN, so the challenge is there before. */
  private PinProof proof(
      StaffTicket ticket,
      PinSession session,
      PresentedCertificate certificate,
      PinUse use,
      TypedPin pin)
      throws TaskEndedException, PatronGoneException {
    while (true) {
      LinkChallenge challenge = replies.ok(registry.challenge(ticket));
      Optional<Integer> left = verify(session, PinName.USER_AUTHENTICATION, pin.pin());
      if (left.isEmpty()) {
        return signed(session, certificate, challenge);
      }
      pin.wipe();
      pin.hold(type(use, left.get(), true));
    }
  }

  private PinProof signed(
      PinSession session, PresentedCertificate certificate, LinkChallenge challenge)
      throws TaskEndedException {
    return switch (session.sign(challenge.bytes())) {
      case SigningAnswer.Signed signed ->
        new PinProof(certificate, challenge.bytes(), signed.signature());
      case SigningAnswer.NotVerified _ -> throw CardPlace.ended(talk, CardObstacle.CARD_REFUSES);
      case CardTrouble trouble -> throw CardPlace.ended(talk, Obstacles.of(trouble));
    };
  }

  private Optional<CardKey> cardKey(PinSession session, PinUse use, TypedPin pin)
      throws TaskEndedException, PatronGoneException {
    for (Optional<Integer> left = verify(session, PinName.CARD_FACE_INPUT, pin.pin());
        left.isPresent();
        left = verify(session, PinName.CARD_FACE_INPUT, pin.pin())) {
      pin.wipe();
      pin.hold(type(use, left.get(), true));
    }
    return switch (session.cardKey()) {
      case KeyAnswer.KeyRead(var key) -> Optional.of(new CardKey(key.spki()));
      case KeyAnswer.NoKey _ -> Optional.empty();
      case SigningAnswer.NotVerified _ -> throw CardPlace.ended(talk, CardObstacle.CARD_REFUSES);
      case CardTrouble trouble -> throw CardPlace.ended(talk, Obstacles.of(trouble));
    };
  }

  /**
   * Tries a PIN.
   *
   * @return how many tries are left if it was wrong and may be asked again
   */
  private Optional<Integer> verify(PinSession session, PinName name, Pin pin)
      throws TaskEndedException {
    patron.show(PatronFacing.Sight.WORKING);
    return switch (session.verify(name, pin)) {
      case PinAnswer.Verified _ -> {
        talk.tell(Phrase.PIN_RIGHT, talk.words().name(name));
        yield Optional.empty();
      }
      case PinAnswer.WrongPin(int left) -> {
        talk.tell(Phrase.PIN_WRONG, talk.words().name(name), left);
        if (left == 1) {
          throw notTried(name, false);
        }
        yield Optional.of(left);
      }
      case PinStanding.LastTryKept _ -> throw notTried(name, false);
      case PinStanding.Blocked _ -> throw notTried(name, true);
      case PinStanding.NotUsable _ -> throw CardPlace.ended(talk, CardObstacle.NO_PIN);
      case CardTrouble trouble -> throw CardPlace.ended(talk, Obstacles.of(trouble));
    };
  }

  private Pin type(PinUse use, int tries, boolean again) throws PatronGoneException {
    return patron.pin(
        use,
        tries,
        again,
        typed -> talk.tell(
            Phrase.TYPED, "●".repeat(typed) + "○".repeat(Math.max(0, Pin.LENGTH - typed))));
  }

  private TaskEndedException notTried(PinName name, boolean blocked) {
    patron.tellNotTried(useOf(name), blocked);
    talk.tell(blocked ? Phrase.PIN_BLOCKED : Phrase.LAST_TRY_KEPT, talk.words().name(name));
    return new TaskEndedException(CounterOutcome.REFUSED, blocked ? BLOCKED : LAST_TRY);
  }

  private static PinUse useOf(PinName name) {
    return switch (name) {
      case USER_AUTHENTICATION -> PinUse.USER_AUTHENTICATION;
      case CARD_FACE_INPUT -> PinUse.CARD_FACE_INPUT;
    };
  }
}
