package org.kashidashi.kiosk.screen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.session.Action;

/**
 * What the patron at a counter is told and asked on a panel of their own, while staff sit at theirs.
 * Holds no name, no number and no digit.
 */
public sealed interface CounterScreen extends Screen {
  /** What a PIN that is asked for opens. */
  enum PinUse {
    /** 利用者証明用. */
    USER_AUTHENTICATION,
    /** 券面事項入力補助用. */
    CARD_FACE_INPUT,
    /** Both, since the patron has made them the same. */
    BOTH
  }

  /** Nobody is asked anything. */
  record Resting(List<Choice> extras) implements CounterScreen {
    public Resting {
      extras = List.copyOf(extras);
    }

    @Override
    public List<Choice> choices() {
      return extras;
    }
  }

  /** Asks for consent to the platform's terms and privacy policy. */
  record Consent(List<Choice> extras) implements CounterScreen {
    public Consent {
      extras = List.copyOf(extras);
    }

    @Override
    public List<Choice> choices() {
      return Stream.concat(Stream.of(Choice.AGREE, Choice.DISAGREE), extras.stream())
          .toList();
    }
  }

  /** Asks for the card. */
  record PlaceCard() implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.STOP);
    }
  }

  /** Asks whether both PINs are the same. */
  record SamePins() implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.SAME_PINS, Choice.OTHER_PINS, Choice.NOT_SURE, Choice.STOP);
    }
  }

  /**
   * Asks for a PIN, by the keys that are drawn on it and by those of a ten-key alike.
   *
   * @param typed how many digits there are
   * @param triesLeft how often it may be tried before it is blocked
   * @param wrong whether it was tried and was wrong
   */
  record PinPad(PinUse use, int typed, int triesLeft, boolean wrong) implements CounterScreen {
    /** Of both PINs. */
    public static final int DIGITS = 4;

    /** In the order of a ten-key. */
    public static final String KEYS = "123456789*0#";

    /** Digits are no buttons: what was pressed is nobody's business but the card's. */
    @Override
    public List<Choice> choices() {
      return List.of();
    }

    @Override
    public Optional<Action> actionFor(char key) {
      return Optional.empty();
    }

    /** What key * does now. */
    public Choice star() {
      return typed == 0 ? Choice.STOP : Choice.ERASE;
    }
  }

  /** Something is done with the card. */
  record Working() implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /** One try is left, which is the patron's own. */
  record LastTryKept(PinUse use) implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /** No try is left. */
  record PinBlocked(PinUse use) implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /** It is done; the card may be taken. */
  record Done() implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /** It could not be done; staff say why. */
  record NotDone() implements CounterScreen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }
}
