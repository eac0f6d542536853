package org.kashidashi.kiosk.app.demo;

import java.util.List;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;

/** A simulated reader, and the cards that one can lay on it one at a time. */
final class DemoCards implements AutoCloseable {
  /** One card, as a person calls it. */
  record Card(String label, CardVariant variant, int holder) {}

  private final SimCardReader reader = SimCardReader.inRealTime("simulated reader");
  private final List<Card> cards;
  private int chosen;
  private boolean lies;

  DemoCards(Card... cards) {
    this.cards = List.of(cards);
  }

  SimCardReader reader() {
    return reader;
  }

  /** What the chosen card is called. */
  String label() {
    return cards.get(chosen).label();
  }

  /** Whether the chosen card lies on the reader. */
  boolean lies() {
    return lies;
  }

  /** Chooses the next card; the one that lies on the reader stays chosen. */
  void next() {
    chosen = lies ? chosen : (chosen + 1) % cards.size();
  }

  /** Lays the chosen card down, or takes it. */
  void move(DemoStation station) {
    if (lies) {
      reader.remove();
    } else {
      Card card = cards.get(chosen);
      reader.insert(station.card(card.variant(), card.holder()));
    }
    lies = !lies;
  }

  @Override
  public void close() {
    if (lies) {
      reader.remove();
    }
    reader.close();
  }
}
