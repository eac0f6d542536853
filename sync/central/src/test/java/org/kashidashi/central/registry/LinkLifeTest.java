package org.kashidashi.central.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** Every state of a library card's link against everything that staff can do with it, printed. */
class LinkLifeTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/kashidashi/central/registry/link-life.txt");

  /**
   * How a library card and the person who comes stand to each other. A link that was removed counts
   * for no rule: what is left of it is there for the kiosk's screen alone.
   */
  private enum State {
    NOT_LINKED,
    OLD_METHOD,
    LINKED,
    CARD_OF_ANOTHER_PERSON,
    PERSON_HAS_ANOTHER_CARD
  }

  /** What staff do. */
  private enum Event {
    LINK,
    MIGRATE,
    REGISTER_AND_LINK,
    UNLINK_CARD_LOST,
    UNLINK_CARD_REISSUED,
    UNLINK_NOT_WANTED,
    UNLINK_MEMBERSHIP_ENDED
  }

  @Test
  void isAsPrinted() throws IOException {
    String table = table();
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(Objects.requireNonNull(GOLDEN.getParent()));
      Files.writeString(GOLDEN, table);
    }
    try (InputStream stream = Objects.requireNonNull(Files.newInputStream(GOLDEN))) {
      assertEquals(new String(stream.readAllBytes(), StandardCharsets.UTF_8), table);
    }
  }

  private static String table() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    for (Reissue reissue : Reissue.values()) {
      lines.add("reissue = " + reissue);
      List<String> heading = new ArrayList<>(List.of("state"));
      for (Event event : Event.values()) {
        heading.add(event.name());
      }
      lines.add(row(heading));
      for (State state : State.values()) {
        List<String> cells = new ArrayList<>(List.of(state.name()));
        for (Event event : Event.values()) {
          cells.add(outcome(state, event, reissue));
        }
        lines.add(row(cells));
      }
      lines.add("");
    }
    return lines.toString();
  }

  private static String outcome(State state, Event event, Reissue reissue) {
    return switch (event) {
      case LINK -> linked(state, Questions.HAS_CARD, reissue);
      case MIGRATE ->
        linked(state, new Holder.Migrating(Questions.PATRON, Shown.LIBRARY_CARD), reissue);
      case REGISTER_AND_LINK -> linked(state, Questions.NEWCOMER, reissue);
      case UNLINK_CARD_LOST -> unlinked(state, UnlinkReason.CARD_LOST, reissue);
      case UNLINK_CARD_REISSUED -> unlinked(state, UnlinkReason.CARD_REISSUED, reissue);
      case UNLINK_NOT_WANTED -> unlinked(state, UnlinkReason.NOT_WANTED, reissue);
      case UNLINK_MEMBERSHIP_ENDED -> unlinked(state, UnlinkReason.MEMBERSHIP_ENDED, reissue);
    };
  }

  private static String linked(State state, Holder holder, Reissue reissue) {
    boolean newcomer = holder instanceof Holder.Newcomer;
    Optional<PatronId> linkedTo = switch (state) {
      case LINKED -> Optional.of(Questions.PATRON);
      case PERSON_HAS_ANOTHER_CARD -> Optional.of(new PatronId("9999900237"));
      case NOT_LINKED, OLD_METHOD, CARD_OF_ANOTHER_PERSON -> Optional.empty();
    };
    PersonFacts person = new PersonFacts(
        linkedTo,
        !newcomer && state == State.CARD_OF_ANOTHER_PERSON,
        false,
        Optional.empty(),
        Optional.empty());
    LinkQuestion question = Questions.of(holder, reissue, state == State.OLD_METHOD);
    return LinkPolicy.refusal(question, person).map(CounterRefusal::name).orElse("-> LINKED");
  }

  /** Whether there is a link to remove is for the record to say. */
  private static String unlinked(State state, UnlinkReason reason, Reissue reissue) {
    boolean there =
        Set.of(State.LINKED, State.OLD_METHOD, State.CARD_OF_ANOTHER_PERSON).contains(state);
    boolean mark = state != State.OLD_METHOD;
    return switch (UnlinkRule.after(reason, reissue)) {
      case Verdict.Refused<LinkState> refused -> refused.refusal().name();
      case Verdict.Granted<LinkState> granted ->
        there
            ? "-> "
                + (granted.value() == LinkState.REMOVED || !mark
                    ? State.NOT_LINKED
                    : granted.value())
            : CounterRefusal.NOT_LINKED.name();
    };
  }

  private static String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%-25s", cell)));
    return row.toString().stripTrailing();
  }
}
