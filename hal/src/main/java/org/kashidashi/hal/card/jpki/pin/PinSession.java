package org.kashidashi.hal.card.jpki.pin;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.ApplicationIdentifier;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.DigestInfo;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.card.jpki.pin.PinLayout.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one card with its PINs, from the moment it is there until it may be taken away.
 *
 * <p>One session is one connection: what was verified counts for this card and nobody else's. Once
 * the card or the reader is gone, every further answer says so. A PIN is tried on nothing but the key it was
 * given for, never unless the card has told that at least two tries are left, and never twice. The
 * individual number and the signature certificate are never touched.
 *
 * <p>Belongs to the reader's thread. Each call blocks for at most {@link PinDialogue#STEP_LIMIT} and
 * the time of one command.
 */
public final class PinSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PinSession.class);
  private static final int COUNTER = 0x63C0;
  private static final int COUNTER_BITS = 0x0F;

  private final PinLayout layout;
  private final CardConnection connection;
  private final PinDialogue dialogue;
  private final CertificateBytes certificate;

  /** Where a PIN was sent, which may count as verified. */
  private final Set<ApplicationIdentifier> verified = new LinkedHashSet<>();

  private Optional<CardTrouble> over = Optional.empty();

  private PinSession(
      PinLayout layout,
      CardConnection connection,
      PinDialogue dialogue,
      CertificateBytes certificate) {
    this.layout = layout;
    this.connection = connection;
    this.dialogue = dialogue;
    this.certificate = certificate;
  }

  /**
   * Connects to the card on the reader and reads its certificate without a PIN.
   *
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   */
  public static Opening open(CardReader reader, PinLayout layout, LongSupplier nanoTime) {
    CardConnection connection;
    try {
      connection = reader.connect();
    } catch (CardException e) {
      return new Opening.NotOpened(nothingRead(e));
    }
    CardReading reading = new JpkiReader(layout.card(), nanoTime).read(connection);
    if (reading instanceof CardReading.CertificateRead(CertificateBytes certificate)) {
      PinDialogue dialogue = new PinDialogue(connection, nanoTime);
      return new Opening.Opened(new PinSession(layout, connection, dialogue, certificate));
    }
    connection.close();
    return new Opening.NotOpened(reading);
  }

  private static CardReading nothingRead(CardException trouble) {
    return switch (trouble) {
      case CardRemovedException _ -> new CardReading.NoCard();
      case CardUnreadableException unreadable ->
        switch (unreadable.reason()) {
          case MUTE -> new CardReading.Mute();
          case COLLISION -> new CardReading.Collision();
        };
      case ReaderUnavailableException unavailable ->
        new CardReading.ReaderDown(String.valueOf(unavailable.getMessage()));
    };
  }

  /** As it lay on the card, unchecked. */
  public CertificateBytes certificate() {
    return certificate;
  }

  /** Asks how many tries are left, which costs none. */
  public PinStanding standing(PinName pin) {
    return step(() -> askStanding(layout.of(pin)), trouble -> trouble);
  }

  /**
   * Tries a PIN, after asking how many tries are left. The caller wipes it.
   *
   * @param name the key that the PIN was given for
   */
  public PinAnswer verify(PinName name, Pin pin) {
    return step(() -> tried(layout.of(name), pin), trouble -> trouble);
  }

  /**
   * Signs with the key of the certificate, right after its PIN was verified.
   *
   * @param challenge what the signature is to be over
   */
  public SigningAnswer sign(byte[] challenge) {
    return step(() -> signed(challenge), trouble -> trouble);
  }

  /** Reads the key for challenges without a PIN, right after the PIN of card-face input. */
  public KeyAnswer cardKey() {
    return step(this::readKey, trouble -> trouble);
  }

  /**
   * Lets the card go. Does nothing the second time.
   *
   * <p>A verified PIN outlasts a connection. Some cards forget it when its application is selected
   * anew, so that is done; others forget it when they leave the field, so the card is to be taken.
   */
  @Override
  public void close() {
    try (connection) {
      if (over.isEmpty()) {
        forgetVerified();
      }
    }
    over = Optional.of(new CardTrouble.Moved());
  }

  private void forgetVerified() {
    dialogue.beginStep();
    try {
      for (ApplicationIdentifier application : verified) {
        dialogue.selectAnew(application);
      }
    } catch (CardException | StepEndedException e) {
      // A card that has gone has forgotten everything already.
      LOG.debug("the card was not told to forget its PINs: {}", e.getMessage());
    }
  }

  private interface Work<T> {
    T run() throws CardException, StepEndedException;
  }

  private <T> T step(Work<T> work, Function<CardTrouble, T> otherwise) {
    if (over.isPresent()) {
      return otherwise.apply(over.get());
    }
    dialogue.beginStep();
    try {
      return work.run();
    } catch (CardException e) {
      CardTrouble trouble = CardTrouble.of(e);
      over = Optional.of(trouble);
      return otherwise.apply(trouble);
    } catch (StepEndedException e) {
      return otherwise.apply(e.trouble());
    }
  }

  private PinStanding askStanding(Place place) throws CardException, StepEndedException {
    StatusWord selected = dialogue.select(place.application());
    if (selected.equals(StatusWord.NOT_FOUND)) {
      return new PinStanding.NotUsable();
    }
    require(selected, place.application().toString());
    StatusWord file = dialogue.select(place.file());
    if (file.equals(StatusWord.NOT_FOUND)) {
      return new PinStanding.NotUsable();
    }
    require(file, place.file().toString());
    return standing(dialogue.counter(), place);
  }

  private PinStanding standing(StatusWord counter, Place place)
      throws CardException, StepEndedException {
    if (counter.equals(StatusWord.REFERENCED_DATA_NOT_FOUND)) {
      return new PinStanding.NotUsable();
    }
    if (counter.equals(StatusWord.REFERENCE_DATA_BLOCKED)) {
      return new PinStanding.Blocked();
    }
    if (counter.equals(StatusWord.REFERENCE_DATA_NOT_USABLE)) {
      return blockedOrNeverUsable(place);
    }
    return switch (triesIn(counter)) {
      case 0 -> new PinStanding.Blocked();
      case 1 -> new PinStanding.LastTryKept();
      default -> new PinStanding.TriesLeft(triesIn(counter));
    };
  }

  /** Cards say 6984 of a blocked PIN; 顔認証 ones, which have no card-face input, of a dead one. */
  private PinStanding blockedOrNeverUsable(Place place) throws CardException, StepEndedException {
    boolean whole = place.equals(layout.cardFaceInput())
        || dialogue.select(layout.cardFaceInput().application()).equals(StatusWord.SUCCESS);
    return whole ? new PinStanding.Blocked() : new PinStanding.NotUsable();
  }

  private PinAnswer tried(Place place, Pin pin) throws CardException, StepEndedException {
    return switch (askStanding(place)) {
      case PinStanding.TriesLeft _ -> {
        verified.add(place.application());
        yield answer(dialogue.verify(pin));
      }
      case PinStanding.LastTryKept kept -> kept;
      case PinStanding.Blocked blocked -> blocked;
      case PinStanding.NotUsable unusable -> unusable;
      case CardTrouble trouble -> trouble;
    };
  }

  private static PinAnswer answer(StatusWord status) throws StepEndedException {
    if (status.equals(StatusWord.SUCCESS)) {
      return new PinAnswer.Verified();
    }
    if (status.equals(StatusWord.REFERENCE_DATA_BLOCKED)
        || status.equals(StatusWord.REFERENCE_DATA_NOT_USABLE)
        || triesIn(status) == 0) {
      return new PinStanding.Blocked();
    }
    return new PinAnswer.WrongPin(triesIn(status));
  }

  private static int triesIn(StatusWord status) throws StepEndedException {
    if ((status.value() & ~COUNTER_BITS) != COUNTER) {
      throw new StepEndedException(
          "VERIFY answered %s, need a retry counter 63CX; lift the card and put it down again"
              .formatted(status));
    }
    return status.value() & COUNTER_BITS;
  }

  private SigningAnswer signed(byte[] challenge) throws CardException, StepEndedException {
    require(dialogue.select(layout.userAuthentication().application()), "the JPKI application");
    require(dialogue.select(layout.signingKey()), layout.signingKey().toString());
    ResponseApdu response = dialogue.sign(DigestInfo.ofSha256(challenge));
    if (response.status().equals(StatusWord.SECURITY_STATUS_NOT_SATISFIED)) {
      return new SigningAnswer.NotVerified();
    }
    require(response.status(), "COMPUTE DIGITAL SIGNATURE");
    return new SigningAnswer.Signed(response.data());
  }

  private KeyAnswer readKey() throws CardException, StepEndedException {
    StatusWord selected = dialogue.select(layout.cardFaceInput().application());
    StatusWord file =
        selected.equals(StatusWord.SUCCESS) ? dialogue.select(layout.cardKeyFile()) : selected;
    if (!file.equals(StatusWord.SUCCESS)) {
      return new KeyAnswer.NoKey("%s answered %s".formatted(layout.cardKeyFile(), file));
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ResponseApdu piece = dialogue.read(0, layout.card().pieceLength());
    if (piece.status().equals(StatusWord.SECURITY_STATUS_NOT_SATISFIED)) {
      return new SigningAnswer.NotVerified();
    }
    while (delivers(piece) && content.size() < CardKeyFile.LENGTH_MAX) {
      content.writeBytes(piece.data());
      if (piece.status().equals(StatusWord.END_OF_FILE)) {
        break;
      }
      piece = dialogue.read(content.size(), layout.card().pieceLength());
    }
    return CardKeyFile.key(content.toByteArray())
        .<KeyAnswer>map(KeyAnswer.KeyRead::new)
        .orElseGet(() -> new KeyAnswer.NoKey("%s holds %d bytes that are no public key"
            .formatted(layout.cardKeyFile(), content.size())));
  }

  private static boolean delivers(ResponseApdu piece) {
    boolean status = piece.succeeded() || piece.status().equals(StatusWord.END_OF_FILE);
    return status && piece.data().length > 0;
  }

  private static void require(StatusWord status, String what) throws StepEndedException {
    if (!status.equals(StatusWord.SUCCESS)) {
      throw new StepEndedException("%s answered %s, need 9000".formatted(what, status));
    }
  }
}
