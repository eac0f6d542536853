package org.kashidashi.kiosk.session;

import java.util.Optional;

/** What a patron is doing, so that a library can see which step takes how long. */
public enum Stage {
  PLACING_CARD,
  SCANNING_LIBRARY_CARD,
  READING_CARD,
  LOOKING_UP,
  TAKING_CARD,
  LENDING,
  OWN_LOANS,
  RETURNING,
  FINISHED,
  REFUSED,
  ASKED_WHETHER_THERE,
  HELP;

  /** Whose step it is. */
  public record Visited(SessionId id, Stage stage) {}

  /** Empty as long as nobody is there, and for those who practise. */
  public static Optional<Visited> of(SessionState state) {
    Optional<Visited> visited = switch (state) {
      case SessionState.Attended here -> Optional.of(new Visited(here.id(), attended(here)));
      case SessionState.Aside(var _, int _, SessionState.Attended under) ->
        Optional.of(new Visited(under.id(), HELP));
      case SessionState.ReadingCard here -> Optional.of(new Visited(here.id(), READING_CARD));
      case SessionState.LookingUp here -> Optional.of(new Visited(here.id(), LOOKING_UP));
      case SessionState.TakingCard here -> Optional.of(new Visited(here.id(), TAKING_CARD));
      case SessionState.Finished here -> Optional.of(new Visited(here.id(), FINISHED));
      case SessionState.StillThere here -> Optional.of(new Visited(here.id(), ASKED_WHETHER_THERE));
      case SessionState.Idle _,
          SessionState.Aside(var _, int _, SessionState.Idle _),
          SessionState.CardLeft _,
          SessionState.CardLifted _,
          SessionState.CutShort _,
          SessionState.OutOfService _ -> Optional.empty();
    };
    return visited.filter(here -> !here.id().practice());
  }

  private static Stage attended(SessionState.Attended state) {
    return switch (state) {
      case SessionState.AwaitingCard _ -> PLACING_CARD;
      case SessionState.AwaitingLibraryCard _ -> SCANNING_LIBRARY_CARD;
      case SessionState.Lending _ -> LENDING;
      case SessionState.OwnLoans _ -> OWN_LOANS;
      case SessionState.Returning _ -> RETURNING;
      case SessionState.Refused _ -> REFUSED;
    };
  }
}
