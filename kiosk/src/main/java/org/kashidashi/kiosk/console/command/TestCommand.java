package org.kashidashi.kiosk.console.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Standing;

/** Tries parts of the machine, and has a person judge what only a person can. */
final class TestCommand implements Command {
  private static final String ALL = "all";

  /** What looks or sounds right to no program. */
  private static final Set<Check> JUDGED =
      EnumSet.of(Check.DISPLAY, Check.PRINTER, Check.LAMPS, Check.SOUND);

  private final Bench bench;

  TestCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    List<String> checks = new ArrayList<>(List.of(ALL));
    Arrays.stream(Check.values()).map(TestCommand::word).forEach(checks::add);
    return List.of(
        Form.of("test", Role.TEST, this::test, new Token.SomeOf("check", List.copyOf(checks))));
  }

  private Form.Next test(List<String> named)
      throws TroubleException, LineOverException, BrokenOffException, InterruptedException,
          DiagnosisException {
    boolean all = named.contains(ALL);
    Set<Check> checks = all ? EnumSet.allOf(Check.class) : EnumSet.noneOf(Check.class);
    named.stream().filter(word -> !word.equals(ALL)).map(TestCommand::check).forEach(checks::add);
    List<String> failed = new ArrayList<>();
    Map<NotNow.Reason, List<String>> left = new EnumMap<>(NotNow.Reason.class);
    List<String> brokenOff = new ArrayList<>();
    for (Check check : checks) {
      try {
        if (tried(check).standing() == Standing.BAD) {
          failed.add(word(check));
        }
      } catch (InterruptedException broken) {
        // Whoever has no card at hand may still try the rest.
        boolean alone = checks.size() == 1 || bench.talk().manner().terse();
        if (alone || !bench.talk().confirms(Phrase.GO_ON)) {
          throw broken;
        }
        brokenOff.add(word(check));
      } catch (NotNow notNow) {
        if (!all) {
          throw notNow;
        }
        tellUntried(check, notNow.reason());
        left.computeIfAbsent(notNow.reason(), _ -> new ArrayList<>()).add(word(check));
      }
    }
    left.forEach((reason, words) -> bench
        .talk()
        .say(Phrase.NOT_TRIED, String.join(", ", words), bench.talk().words(reason)));
    if (!brokenOff.isEmpty()) {
      bench.talk().say(Phrase.CHECKS_LEFT, String.join(", ", brokenOff));
    }
    if (!failed.isEmpty()) {
      throw new TroubleException(Trouble.CHECK_FAILED, String.join(", ", failed));
    }
    return Form.Next.STAY;
  }

  /** The reason is mostly the same for several, and people are told it once at the end. */
  private void tellUntried(Check check, NotNow.Reason reason) {
    Talk talk = bench.talk();
    if (talk.manner().terse()) {
      talk.tell(word(check), reason.name());
    } else {
      talk.show(Condition.unknown(check.part()));
    }
  }

  private Condition tried(Check check)
      throws DiagnosisException, InterruptedException, LineOverException, BrokenOffException {
    Talk talk = bench.talk();
    talk.say(Phrase.TRYING, talk.name(check));
    Condition found =
        talk.interruptible(() -> bench.machine().diagnosis().check(check, talk::show));
    Condition judged = judged(check, found);
    talk.show(judged);
    return judged;
  }

  private Condition judged(Check check, Condition found)
      throws LineOverException, BrokenOffException {
    boolean asked = found.standing() == Standing.GOOD
        && JUDGED.contains(check)
        && !bench.talk().manner().terse();
    if (!asked || bench.talk().confirms(Phrase.WAS_IT_RIGHT)) {
      return found;
    }
    return Condition.bad(found.part(), Cause.SEEN_WRONG, found.measured().toArray(Fact[]::new));
  }

  private static String word(Check check) {
    return check.name().toLowerCase(Locale.ROOT);
  }

  private static Check check(String word) {
    return Check.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
