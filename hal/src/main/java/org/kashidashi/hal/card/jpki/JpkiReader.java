package org.kashidashi.hal.card.jpki;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardLayout.OtherApplication;
import org.kashidashi.hal.card.jpki.CardLayout.Token;
import org.kashidashi.hal.card.jpki.CardReading.Collision;
import org.kashidashi.hal.card.jpki.CardReading.JukiCard;
import org.kashidashi.hal.card.jpki.CardReading.Moved;
import org.kashidashi.hal.card.jpki.CardReading.Mute;
import org.kashidashi.hal.card.jpki.CardReading.NoCard;
import org.kashidashi.hal.card.jpki.CardReading.OtherCard;
import org.kashidashi.hal.card.jpki.CardReading.Phone;
import org.kashidashi.hal.card.jpki.CardReading.ReaderDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what lies on a reader, as far as the user-authentication certificate, without a PIN.
 *
 * <p>The card is recognised by SELECT, never by its answer to reset or its UID: the first depends
 * more on the reader than on the card, the second is random. Belongs to the reader's thread.
 */
public final class JpkiReader {
  private static final Logger LOG = LoggerFactory.getLogger(JpkiReader.class);
  private static final int LABEL_LENGTH = 32;

  private final CardLayout layout;
  private final LongSupplier nanoTime;
  private final Supplier<Optional<CardChallenge>> challenges;

  /**
   * Reads the certificate alone.
   *
   * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
   */
  public JpkiReader(CardLayout layout, LongSupplier nanoTime) {
    this.layout = layout;
    this.nanoTime = nanoTime;
    this.challenges = Optional::empty;
  }

  /**
   * Reads the certificate, and lets the card answer a fresh challenge.
   *
   * @param nanoTime as without
   * @param random where nobody can foretell it, so that no answer was made beforehand
   */
  public JpkiReader(CardLayout layout, LongSupplier nanoTime, RandomGenerator random) {
    this.layout = layout;
    this.nanoTime = nanoTime;
    this.challenges = () -> Optional.of(CardChallenge.fresh(random));
  }

  /**
   * Reads the card on the reader. Blocks: at most {@link CardDialogue#ATTEMPT_LIMIT} and the time
   * of one command for each of at most two attempts, of which the second follows a card that moved
   * or did not answer. Leaves no connection open.
   */
  public CardReading read(CardReader reader) {
    Attempt first = attempt(reader);
    if (!first.worthRepeating()) {
      return first.reading();
    }
    CardReading second = attempt(reader).reading();
    // A card that was there a moment ago and is gone has moved.
    return second instanceof NoCard ? first.reading() : second;
  }

  /**
   * Reads the card of a connection that the caller keeps open. Blocks as one attempt does; what is
   * told as moved, mute, several or down ends the connection.
   */
  public CardReading read(CardConnection connection) {
    try {
      return examine(connection);
    } catch (AttemptEndedException e) {
      return e.outcome();
    } catch (CardException e) {
      return reading(e, true);
    }
  }

  private record Attempt(CardReading reading, boolean worthRepeating) {}

  private Attempt attempt(CardReader reader) {
    boolean connected = false;
    try (CardConnection connection = reader.connect()) {
      connected = true;
      return new Attempt(examine(connection), false);
    } catch (AttemptEndedException e) {
      return new Attempt(e.outcome(), false);
    } catch (CardException e) {
      CardReading reading = reading(e, connected);
      boolean worthRepeating = switch (e) {
        case CardRemovedException removed -> connected;
        case CardUnreadableException unreadable -> true;
        case ReaderUnavailableException unavailable -> false;
      };
      return new Attempt(reading, worthRepeating);
    }
  }

  /** The one place where trouble at the reader becomes a value. */
  private static CardReading reading(CardException trouble, boolean connected) {
    return switch (trouble) {
      case CardRemovedException removed -> connected ? new Moved() : new NoCard();
      case CardUnreadableException unreadable ->
        switch (unreadable.reason()) {
          case MUTE -> new Mute();
          case COLLISION -> new Collision();
        };
      case ReaderUnavailableException unavailable ->
        new ReaderDown(String.valueOf(unavailable.getMessage()));
    };
  }

  private CardReading examine(CardConnection connection)
      throws CardException, AttemptEndedException {
    CardDialogue dialogue = new CardDialogue(connection, nanoTime);
    if (!dialogue.select(layout.application()).equals(StatusWord.SUCCESS)) {
      return new OtherCard(otherKind(dialogue, connection.atr()));
    }
    ResponseApdu label = dialogue.readStart(layout.tokenFile(), LABEL_LENGTH);
    boolean shortIdentifiers = label.succeeded();
    if (!shortIdentifiers && dialogue.select(layout.tokenFile()).equals(StatusWord.SUCCESS)) {
      label = dialogue.read(0, LABEL_LENGTH);
    }
    Optional<Token> token = token(label);
    if (token.isEmpty()) {
      return new OtherCard(OtherCard.Kind.UNKNOWN_TOKEN);
    }
    return switch (token.get()) {
      case MY_NUMBER_CARD ->
        answered(dialogue, new CertificateFile(dialogue, layout).read(shortIdentifiers));
      case JUKI_CARD -> new JukiCard();
      case PHONE -> new Phone();
    };
  }

  /** A card that does not answer has its certificate read all the same; more is not claimed. */
  private CardReading answered(CardDialogue dialogue, CardReading reading)
      throws CardException, AttemptEndedException {
    Optional<CardChallenge> challenge = challenges.get();
    if (!(reading instanceof CardReading.CertificateRead(CertificateBytes certificate))
        || challenge.isEmpty()
        || !dialogue.select(layout.challengeApplication()).equals(StatusWord.SUCCESS)) {
      return reading;
    }
    ResponseApdu signature =
        dialogue.signImplicitly(DigestInfo.ofSha256(challenge.get().bytes()));
    return signature.succeeded()
        ? new CardReading.CertificateAnswered(
            certificate, new ChallengeAnswer(challenge.get(), signature.data()))
        : reading;
  }

  /** The whole label decides: one label is the beginning of another. */
  private Optional<Token> token(ResponseApdu response) {
    if (!response.succeeded()) {
      LOG.warn("the token file answered {}: no kind of token can be told", response.status());
      return Optional.empty();
    }
    String label = new String(response.data(), StandardCharsets.US_ASCII).stripTrailing();
    Optional<Token> token = Optional.ofNullable(layout.labels().get(label));
    if (token.isEmpty()) {
      LOG.warn("unknown token label '{}': not read further", printable(label));
    }
    return token;
  }

  /** Asked only once our application is not there: other cards may carry ours beside theirs. */
  private OtherCard.Kind otherKind(CardDialogue dialogue, String atr)
      throws CardException, AttemptEndedException {
    for (var mark : layout.answersToReset().entrySet()) {
      if (atr.contains(mark.getKey())) {
        return mark.getValue();
      }
    }
    for (OtherApplication other : layout.others()) {
      if (dialogue.select(other.application()).equals(StatusWord.SUCCESS)) {
        return other.kind();
      }
    }
    return OtherCard.Kind.UNKNOWN;
  }

  /** What a card says may be anything; the log takes only what can be read. */
  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?");
  }
}
