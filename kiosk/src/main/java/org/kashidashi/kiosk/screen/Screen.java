package org.kashidashi.kiosk.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.HelpTopic;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.PutBack;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.OwnLoans.Heard;
import org.kashidashi.kiosk.session.StaffWords;
import org.kashidashi.kiosk.session.Upkeep;

/**
 * What a person in front of the kiosk is told and offered, in terms of meaning: neither words nor
 * layout. Holds no name and no full number.
 */
public sealed interface Screen
    permits Screen.Idle,
        Screen.CardPrompt,
        Screen.LibraryCardPrompt,
        Screen.Reading,
        Screen.LookingUp,
        Screen.TakeCard,
        Screen.Lending,
        Screen.OwnLoans,
        Screen.Returning,
        Screen.Finished,
        Screen.StillThere,
        Screen.Refused,
        Screen.CardLeft,
        Screen.CardLifted,
        Screen.Help,
        Screen.Languages,
        Screen.CutShort,
        Screen.OutOfService,
        CounterScreen {
  /** Keys above this one mean the same on every screen. */
  int NUMBERED_MAXIMUM = 7;

  /** The buttons, in the order of their number keys. */
  List<Choice> choices();

  /** Whether 使い方 is offered. */
  default boolean helpOffered() {
    return false;
  }

  /**
   * What a key means here: 1 to 7 the button of that number, 8 speech, 9 the next page, 0 the way
   * out, # the way on, * the help. Empty for every other key, and for what this screen does not offer.
   */
  default Optional<Action> actionFor(char key) {
    return switch (key) {
      case '0' -> first(Choice.Way.OUT);
      case '#' -> first(Choice.Way.ON);
      case '*' -> helpOffered() ? Optional.of(Action.HELP) : Optional.empty();
      case '8' -> Optional.of(Action.SPEECH);
      case '9' -> Optional.of(Action.NEXT_PAGE);
      default -> numbered(key - '0');
    };
  }

  private Optional<Action> first(Choice.Way way) {
    return choices().stream()
        .filter(choice -> choice.way() == way)
        .map(Choice::action)
        .findFirst();
  }

  private Optional<Action> numbered(int number) {
    return number >= 1 && number <= Math.min(choices().size(), NUMBERED_MAXIMUM)
        ? Optional.of(choices().get(number - 1).action())
        : Optional.empty();
  }

  /**
   * S0.
   *
   * @param strangers whether a keyboard is there that nobody has named
   * @param extras what is offered beside 開始
   */
  record Idle(boolean online, boolean receipts, boolean strangers, List<Choice> extras)
      implements Screen {
    public Idle {
      extras = List.copyOf(extras);
    }

    @Override
    public List<Choice> choices() {
      return Stream.concat(Stream.of(Choice.START), extras.stream()).toList();
    }

    @Override
    public boolean helpOffered() {
      return true;
    }

    /** Whoever comes up and presses any other number wants to start. */
    @Override
    public Optional<Action> actionFor(char key) {
      Optional<Action> offered = Screen.super.actionFor(key);
      boolean anyNumber = key >= '0' && key <= '7';
      return offered.isEmpty() && anyNumber ? Optional.of(Action.START) : offered;
    }
  }

  /**
   * S1: asks for a card.
   *
   * @param cardThere whether a card is felt
   */
  record CardPrompt(boolean cardThere, Notice notice, int secondsLeft) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.READ_CARD, Choice.LIBRARY_CARD_BARCODE, Choice.STOP);
    }

    @Override
    public boolean helpOffered() {
      return true;
    }
  }

  /** S1: asks for the barcode of the library card. */
  record LibraryCardPrompt(Notice notice, int secondsLeft) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.STOP);
    }

    @Override
    public boolean helpOffered() {
      return true;
    }
  }

  /** S2: reads the card. */
  record Reading(int seconds) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.STOP);
    }
  }

  /** S2: looks the library card up. */
  record LookingUp(int seconds) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.STOP);
    }
  }

  /**
   * S3, L-0, L-1: asks to lift the card.
   *
   * @param patron the masked number; empty once the session is over
   * @param pressing whether it has lain there for so long that the words grow
   */
  record TakeCard(Optional<String> patron, boolean pressing) implements Screen {
    @Override
    public List<Choice> choices() {
      return patron.isPresent() ? List.of(Choice.STOP) : List.of();
    }
  }

  /**
   * S4: lends.
   *
   * @param entries what became of each scan, oldest first
   * @param waiting how many scans are not answered yet
   * @param offline whether it is decided from what the kiosk remembers
   * @param extras what is offered beside the ways out
   */
  record Lending(
      Account account,
      List<Entry> entries,
      int waiting,
      boolean offline,
      Notice notice,
      Ways ways,
      List<Choice> extras,
      int secondsLeft)
      implements Screen {
    /** How the patron may end. */
    public enum Ways {
      /** Nothing is lent yet. */
      STOP,
      /** Something is lent, and a receipt can be had. */
      RECEIPT_OR_NOT,
      /** Something is lent, and there are no receipts. */
      FINISH,
      /** The patron has chosen, and a scan is still on its way. */
      ENDING
    }

    public Lending {
      entries = List.copyOf(entries);
      extras = List.copyOf(extras);
    }

    @Override
    public List<Choice> choices() {
      List<Choice> out = switch (ways) {
        case STOP -> List.of(Choice.STOP);
        case RECEIPT_OR_NOT -> List.of(Choice.FINISH_WITH_RECEIPT, Choice.FINISH_WITHOUT_RECEIPT);
        case FINISH -> List.of(Choice.FINISH);
        case ENDING -> List.of();
      };
      return out.isEmpty() ? out : Stream.concat(out.stream(), extras.stream()).toList();
    }

    @Override
    public boolean helpOffered() {
      return ways != Ways.ENDING;
    }
  }

  /**
   * The patron's own loans.
   *
   * @param shown at most four
   * @param titles whether titles are shown; else the last digits of the items' numbers
   * @param more whether there are further ones
   */
  record OwnLoans(Heard heard, List<OwnLoan> shown, boolean titles, boolean more, int secondsLeft)
      implements Screen {
    public OwnLoans {
      shown = List.copyOf(shown);
    }

    @Override
    public List<Choice> choices() {
      List<Choice> choices = new ArrayList<>(Choice.lines(shown.size()));
      choices.addAll(overlaid(more, List.of()));
      return List.copyOf(choices);
    }

    @Override
    public boolean helpOffered() {
      return true;
    }
  }

  /**
   * Takes items back provisionally.
   *
   * @param lines what became of each scan, oldest first
   * @param waiting how many scans are not answered yet
   */
  record Returning(List<PutBack> lines, int waiting, Notice notice, int secondsLeft)
      implements Screen {
    public Returning {
      lines = List.copyOf(lines);
    }

    @Override
    public List<Choice> choices() {
      return List.of(Choice.CLOSE_HELP);
    }

    @Override
    public boolean helpOffered() {
      return true;
    }
  }

  /**
   * S5: says what was lent.
   *
   * @param lent what was lent, oldest first
   * @param expires last day on which the library card is valid
   */
  record Finished(List<Entry.Lent> lent, LocalDate expires, ReceiptOutcome receipt, int secondsLeft)
      implements Screen {
    public Finished {
      lent = List.copyOf(lent);
    }

    @Override
    public List<Choice> choices() {
      return List.of(Choice.CLOSE);
    }
  }

  /**
   * T1: asks whether the patron is still there.
   *
   * @param lent how many items were lent
   * @param lending whether items could be scanned before the question
   */
  record StillThere(int secondsLeft, int lent, boolean lending) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of(Choice.GO_ON, Choice.FINISH);
    }
  }

  /**
   * E-1xx, E-302, E-303.
   *
   * @param cardThere whether something is to be taken off the reader
   */
  record Refused(Refusal refusal, boolean cardThere, ErrorSlip slip, int secondsLeft)
      implements Screen {
    /** How it stands with the slip for the counter. */
    public enum ErrorSlip {
      NOT_OFFERED,
      OFFERED,
      PRINTING,
      PRINTED,
      FAILED
    }

    @Override
    public List<Choice> choices() {
      Stream<Choice> ways = refusal.ways().stream().map(Choice::of);
      return slip == ErrorSlip.OFFERED
          ? Stream.concat(ways, Stream.of(Choice.PRINT_SLIP)).toList()
          : ways.toList();
    }

    @Override
    public boolean helpOffered() {
      return true;
    }
  }

  /**
   * L-2, L-3: a card was left behind.
   *
   * @param another whether a further card appeared on top of it
   */
  record CardLeft(int seconds, boolean another, boolean staffTold) implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /** L-4: thanks for lifting the card. */
  record CardLifted() implements Screen {
    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }

  /**
   * 使い方.
   *
   * @param more whether there are further pages
   * @param extras what is offered beside the way back
   * @param speech whether the machine can say its screens
   */
  record Help(HelpTopic topic, boolean more, List<Choice> extras, boolean speech, int secondsLeft)
      implements Screen {
    public Help {
      extras = List.copyOf(extras);
    }

    @Override
    public List<Choice> choices() {
      return overlaid(more, extras);
    }
  }

  /**
   * The languages to choose from.
   *
   * @param shown at most four
   * @param more whether there are further ones
   */
  record Languages(List<Language> shown, boolean more, int secondsLeft) implements Screen {
    public Languages {
      shown = List.copyOf(shown);
    }

    @Override
    public List<Choice> choices() {
      List<Choice> choices = new ArrayList<>(Choice.lines(shown.size()));
      choices.addAll(overlaid(more, List.of()));
      return List.copyOf(choices);
    }
  }

  private static List<Choice> overlaid(boolean more, List<Choice> extras) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.CLOSE_HELP);
    if (more) {
      choices.add(Choice.NEXT);
    }
    choices.addAll(extras);
    return List.copyOf(choices);
  }

  /**
   * E-306: the power was cut in the middle of a session.
   *
   * @param lent what was lent until then, oldest first
   * @param listed whether it is shown
   * @param slip what became of the copy on paper
   * @param printable whether a copy can be had
   * @param extras what is offered beside the way back
   */
  record CutShort(
      List<Entry.Lent> lent,
      boolean listed,
      ReceiptOutcome slip,
      boolean printable,
      List<Choice> extras,
      int secondsLeft)
      implements Screen {
    public CutShort {
      lent = List.copyOf(lent);
      extras = List.copyOf(extras);
    }

    /** What comes and goes is last, so that no other key changes its meaning. */
    @Override
    public List<Choice> choices() {
      List<Choice> choices = new ArrayList<>();
      choices.add(listed ? Choice.HIDE_LOANS : Choice.SHOW_LOANS);
      choices.add(Choice.BACK_TO_START);
      choices.addAll(extras);
      if (printable) {
        choices.add(Choice.PRINT_RECORD);
      }
      return List.copyOf(choices);
    }
  }

  /**
   * E-305.
   *
   * @param cardThere whether something is to be taken off the reader
   * @param upkeep what a technician has made of the machine
   * @param troubles what has to be mended, the worst first
   */
  record OutOfService(FaultCode fault, boolean cardThere, Upkeep upkeep, List<StaffWords> troubles)
      implements Screen {
    /** Of a machine of which nothing else is known. */
    public OutOfService(FaultCode fault, boolean cardThere) {
      this(fault, cardThere, Upkeep.NONE, List.of());
    }

    public OutOfService {
      troubles = List.copyOf(troubles);
    }

    @Override
    public List<Choice> choices() {
      return List.of();
    }
  }
}
