package org.kashidashi.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.OwnLoans;
import org.kashidashi.sync.circulation.ItemBarcode;

final class OwnShelfTest {
  private final SessionMachine machine = new SessionMachine(SampleSessions.rules());

  @ParameterizedTest
  @EnumSource(names = {"OWN_LOANS", "GIVE_BACK", "CANCEL_LAST"})
  void nothingIsDoneThatTheLibraryDoesNotOffer(Action action) {
    Offers nothing = new Offers(List.of(Language.JAPANESE), Set.of(), List.of());
    SessionMachine bare = new SessionMachine(SessionRules.standard().offering(nothing));
    KioskState before = SampleSessions.at(lending(Set.of()), CardSight.ABSENT);

    Step step = bare.on(before, new SessionEvent.ActionChosen(action));

    assertEquals(before.session(), step.next().session());
    assertEquals(List.of(), step.effects());
  }

  @ParameterizedTest
  @EnumSource(names = {"OWN_LOANS", "GIVE_BACK", "CANCEL_LAST"})
  void whatWasScannedIsAnsweredFirst(Action action) {
    KioskState before = SampleSessions.at(lending(Set.of(SampleSessions.ITEM)), CardSight.ABSENT);

    Step step = machine.on(before, new SessionEvent.ActionChosen(action));

    assertEquals(before.session(), step.next().session());
    assertEquals(List.of(), step.effects());
  }

  @Test
  void loanIsAskedForOnceHoweverOftenPressed() {
    Lending under = lending(Set.of());
    OwnLoan loan =
        new OwnLoan(SampleSessions.ITEM, "やさしい料理", SampleSessions.TODAY, OwnLoan.Fate.OUT);
    OwnLoans listed = new OwnLoans(under.id(), under, OwnLoans.Heard.ANSWERED, List.of(loan), 0);

    Step first = machine.on(
        SampleSessions.at(listed, CardSight.ABSENT), new SessionEvent.ActionChosen(Action.PICK_1));
    Step second = machine.on(first.next(), new SessionEvent.ActionChosen(Action.PICK_1));

    assertInstanceOf(Effect.RenewLoan.class, first.effects().getFirst());
    assertEquals(List.of(new Effect.Sound(Effect.Cue.ATTENTION)), second.effects());
  }

  private static Lending lending(Set<ItemBarcode> waiting) {
    return SampleSessions.lending(SampleSessions.ONE_LENT, waiting, Optional.empty());
  }
}
