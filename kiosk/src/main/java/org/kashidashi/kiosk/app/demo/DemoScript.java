package org.kashidashi.kiosk.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.http.ListenException;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What a patron does at the kiosk, step by step, and where that has to lead. */
public enum DemoScript {
  BORROW("Borrows three books with a My Number Card.") {
    @Override
    public void play(DemoRun run) {
      identify(run, PATRON);
      borrowThree(run);
      run.expectConfirmed(3);
    }
  },
  UNLINKED("The card is not linked to a library card: E-101.") {
    @Override
    public void play(DemoRun run) {
      identify(run, NOBODY);
      run.expectRefusal("E-101");
      run.press(Action.BACK_TO_START);
      run.liftCard();
      run.expect(Screen.Idle.class);
    }
  },
  EXPIRED_LIBRARY_CARD("The library card has expired: E-103.") {
    @Override
    public void play(DemoRun run) {
      identify(run, EXPIRED);
      run.expectRefusal("E-103");
      run.press(Action.BACK_TO_START);
      run.liftCard();
      run.expect(Screen.Idle.class);
    }
  },
  WRONG_BARCODE("The bookshop's barcode instead of the library's: E-202.") {
    @Override
    public void play(DemoRun run) {
      identify(run, PATRON);
      run.liftCard();
      run.scan(ISBN);
      run.expectLine("E-202");
      run.scan(BOOKS.getFirst());
      run.press(Action.FINISH_WITHOUT_RECEIPT);
      run.sync();
      run.expectConfirmed(1);
    }
  },
  OFFLINE("Central goes away: a patron who was seen before borrows: E-301.") {
    @Override
    public void play(DemoRun run) throws StoreException, ListenException {
      identify(run, PATRON);
      run.liftCard();
      run.press(Action.STOP);
      run.centralDown();
      identify(run, PATRON);
      borrowThree(run);
      run.expectShown("E-301");
      run.expectConfirmed(0);
      run.centralUp();
      run.pass(RETRY);
      run.sync();
      run.expectConfirmed(3);
    }
  },
  CARD_LEFT("The card is left on the reader until the machine locks itself: L-2.") {
    @Override
    public void play(DemoRun run) {
      identify(run, PATRON);
      run.pass(LOCKED);
      run.expectShown("カードが残っています");
      run.liftCard();
      run.expect(Screen.CardLifted.class);
      run.pass(THANKS);
      run.expect(Screen.Idle.class);
    }
  };

  private static final int PATRON = 1;
  private static final int EXPIRED = 2;
  private static final int NOBODY = 20;
  private static final List<String> BOOKS = List.of("1000000016", "1000000024", "1000000032");
  private static final String ISBN = "9784000000000";
  private static final Duration LOCKED = Duration.ofSeconds(15);
  private static final Duration THANKS = Duration.ofSeconds(3);

  /** The engine's patience after a failure has no more than this. */
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final String summary;

  DemoScript(String summary) {
    this.summary = summary;
  }

  public abstract void play(DemoRun run) throws StoreException, ListenException;

  public String summary() {
    return summary;
  }

  /** As it is called on the command line: {@code expired-library-card}. */
  public String commandName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public static Optional<DemoScript> named(String name) {
    return List.of(values()).stream()
        .filter(script -> script.commandName().equals(name))
        .findFirst();
  }

  private static void identify(DemoRun run, int holder) {
    run.press(Action.START);
    run.placeCard(CardVariant.NORMAL, holder);
    run.press(Action.READ_CARD);
  }

  private static void borrowThree(DemoRun run) {
    run.liftCard();
    BOOKS.forEach(run::scan);
    run.press(Action.FINISH_WITH_RECEIPT);
    run.sync();
    run.pass(Duration.ofSeconds(10));
    run.expect(Screen.Idle.class);
  }
}
