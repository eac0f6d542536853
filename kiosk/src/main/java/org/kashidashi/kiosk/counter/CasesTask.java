package org.kashidashi.kiosk.counter;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffCase;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Shows what staff must look at, and settles it. */
final class CasesTask implements Task {
  /** The oldest come first, so the rest is seen once these are settled. */
  private static final int SHOWN_MAXIMUM = 20;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int REASON_COLUMNS = 32;
  private static final int NUMBER_COLUMNS = 14;

  private final Talk talk;
  private final CounterRegistry registry;
  private final Replies replies;
  private final ZoneId zone;

  /**
   * @param zone the library's
   */
  CasesTask(Talk talk, CounterRegistry registry, ZoneId zone) {
    this.talk = talk;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.zone = zone;
  }

  @Override
  public CounterTask name() {
    return CounterTask.CASES;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.values());
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    List<StaffCase> cases = tellAll(ticket);
    while (!cases.isEmpty()) {
      String line = talk.ask(Phrase.CASE_NUMBER);
      if (line.isEmpty()) {
        return;
      }
      Optional<Integer> number = Talk.number(line, cases.size());
      if (number.isEmpty()) {
        talk.tell(Phrase.NO_CHOICE, cases.size());
      } else if (talk.yes(Phrase.CASE_CONFIRM, number.get())) {
        var _ = replies.done(registry.settle(ticket, cases.get(number.get() - 1).id()));
        talk.tell(Phrase.SETTLED);
        cases = tellAll(ticket);
      }
    }
  }

  private List<StaffCase> tellAll(StaffTicket ticket) throws TaskEndedException {
    List<StaffCase> all = replies.ok(registry.cases(ticket));
    if (all.isEmpty()) {
      talk.tell(Phrase.NO_CASES);
      return all;
    }
    List<StaffCase> cases = all.subList(0, Math.min(all.size(), SHOWN_MAXIMUM));
    talk.tell(Phrase.CASES, all.size(), cases.size());
    for (int index = 0; index < cases.size(); index++) {
      StaffCase each = cases.get(index);
      talk.say("  %2d  %s  %s %s %s"
          .formatted(
              index + 1,
              TIME.format(each.filed().atZone(zone)),
              Cells.fill(talk.words().ofCase(each.reason()), REASON_COLUMNS),
              Cells.fill(each.patron().map(PatronId::masked).orElse(""), NUMBER_COLUMNS),
              each.item().map(ItemBarcode::number).orElse("")));
    }
    return cases;
  }
}
