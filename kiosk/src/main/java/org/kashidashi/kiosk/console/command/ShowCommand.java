package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Topic;

/** Shows what is known of the machine. */
final class ShowCommand implements Command {
  private static final String HEALTH = "health";
  private static final String CONFIGURATION = "config";

  private final Bench bench;

  ShowCommand(Bench bench) {
    this.bench = bench;
  }

  @Override
  public List<Form> forms() {
    List<String> topics = new ArrayList<>(List.of(HEALTH, CONFIGURATION));
    Arrays.stream(Topic.values()).map(ShowCommand::word).forEach(topics::add);
    return List.of(
        Form.of("show", Role.VIEW, this::show, new Token.SomeOf("topic", List.copyOf(topics))));
  }

  private Form.Next show(List<String> topics) throws DiagnosisException, IOException {
    for (String topic : new LinkedHashSet<>(topics)) {
      switch (topic) {
        case HEALTH -> health();
        case CONFIGURATION -> ConfigCommand.show(bench.talk(), bench.machine().configuration(), "");
        default -> facts(Topic.valueOf(topic.toUpperCase(Locale.ROOT)));
      }
    }
    return Form.Next.STAY;
  }

  private void health() throws DiagnosisException {
    Talk talk = bench.talk();
    Health health = bench.machine().diagnosis().health();
    String mode = talk.name(health.mode());
    talk.tell(talk.text(Phrase.MODE), mode);
    for (Condition condition : health.conditions()) {
      talk.show(condition);
    }
    talk.say(
        health.troubles().isEmpty() ? Phrase.ALL_WELL : Phrase.TROUBLES,
        health.troubles().size());
  }

  private void facts(Topic topic) throws DiagnosisException {
    bench.talk().say(Phrase.HEADING, bench.talk().name(topic));
    List<Fact> facts = bench.machine().diagnosis().facts(topic);
    facts.forEach(bench.talk()::show);
    if (facts.isEmpty()) {
      bench
          .talk()
          .say(
              switch (topic) {
                case SENSORS -> Phrase.NO_SENSORS;
                case ERRORS -> Phrase.NO_ERRORS;
                case STATUS, VERSION, DEVICES, QUEUE, COUNTERS, CLOCK, NETWORK, DISK, MEMORY ->
                  Phrase.NOTHING_KNOWN;
              });
    }
  }

  private static String word(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}
