package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import java.util.List;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The slots of all readers. Confined to one thread. */
final class PcscTerminals extends CardTerminals {
  private final PcscLibrary library;
  private List<SlotState> known = List.of();

  PcscTerminals(PcscLibrary library) {
    this.library = library;
  }

  /** CARD_INSERTION and CARD_REMOVAL compare with the last {@link #waitForChange}. */
  @Override
  public List<CardTerminal> list(State state) throws PcscException {
    try (PcscContext context = PcscContext.establish(library)) {
      List<SlotState> now = slots(context);
      return now.stream()
          .filter(slot -> matches(slot, state))
          .<CardTerminal>map(slot -> new PcscTerminal(library, slot.reader()))
          .toList();
    }
  }

  @Override
  public boolean waitForChange(long timeoutMillis) throws PcscException {
    if (timeoutMillis < 0) {
      throw new IllegalArgumentException(
          "wait of %d ms, need 0 (for ever) or more".formatted(timeoutMillis));
    }
    try (PcscContext context = PcscContext.establish(library)) {
      List<SlotState> before = known.isEmpty() ? slots(context) : known;
      if (before.isEmpty()) {
        throw new IllegalStateException("there is no reader to wait for");
      }
      known = context.await(before, PcscTerminal.limit(timeoutMillis));
      return !known.equals(before);
    }
  }

  private static List<SlotState> slots(PcscContext context) throws PcscException {
    List<SlotState> unaware = context.readers().stream().map(SlotState::unaware).toList();
    return unaware.isEmpty() ? unaware : context.await(unaware, Duration.ZERO);
  }

  private boolean matches(SlotState slot, State state) {
    boolean held = known.stream()
        .anyMatch(before -> before.reader().equals(slot.reader()) && before.holdsCard());
    return switch (state) {
      case ALL -> true;
      case CARD_PRESENT -> slot.holdsCard();
      case CARD_ABSENT -> !slot.holdsCard();
      case CARD_INSERTION -> slot.holdsCard() && !held;
      case CARD_REMOVAL -> !slot.holdsCard() && held;
    };
  }
}
