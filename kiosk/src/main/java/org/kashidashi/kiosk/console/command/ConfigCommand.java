package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Phrase;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and changes the configuration. */
final class ConfigCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigCommand.class);

  private final Bench bench;
  private final ConfigurationEditor editor;

  ConfigCommand(Bench bench) {
    this.bench = bench;
    this.editor = bench.machine().configuration();
  }

  @Override
  public List<Form> forms() {
    Token key = new Token.Known("key", this::keys);
    return List.of(
        Form.of("config show", Role.VIEW, _ -> show("")),
        Form.of(
            "config show",
            Role.VIEW,
            given -> show(given.getFirst()),
            new Token.Known("key", this::keysAndSections)),
        Form.of("config diff", Role.VIEW, _ -> diff()),
        Form.of("config check", Role.VIEW, _ -> check()),
        Form.of("config set", Role.CONFIG, this::set, key, new Token.Rest("value")),
        Form.of("config unset", Role.CONFIG, this::unset, key),
        Form.of("config commit", Role.CONFIG, _ -> commit(false)),
        Form.of("config commit now", Role.CONFIG, _ -> commit(true)),
        Form.of("config rollback", Role.CONFIG, _ -> rollBack(false)),
        Form.of("config rollback now", Role.CONFIG, _ -> rollBack(true)));
  }

  /** A configuration that cannot be read suggests nothing, and can still be mended. */
  private List<String> keys() {
    try {
      return editor.lines().stream().map(ConfigurationEditor.Line::key).toList();
    } catch (IOException unreadable) {
      LOG.debug("no settings to suggest", unreadable);
      return List.of();
    }
  }

  private List<String> keysAndSections() {
    List<String> keys = keys();
    Stream<String> sections = keys.stream().map(key -> key.substring(0, key.lastIndexOf('.')));
    return Stream.concat(keys.stream(), sections).distinct().toList();
  }

  private Form.Next show(String from) throws IOException {
    show(bench.talk(), editor, from);
    return Form.Next.STAY;
  }

  /** The settings whose keys begin so. */
  static void show(Talk talk, ConfigurationEditor editor, String from) throws IOException {
    SequencedMap<String, String> rows = new LinkedHashMap<>();
    for (ConfigurationEditor.Line line : editor.lines()) {
      if (line.key().startsWith(from)) {
        rows.put(line.key(), line.value() + (line.changed() ? "  *" : ""));
      }
    }
    talk.table(rows);
    talk.say(Phrase.CHANGED_HERE);
  }

  private Form.Next diff() throws IOException {
    Talk talk = bench.talk();
    List<ConfigurationEditor.Change> gathered = editor.gathered();
    String usual = talk.text(Phrase.USUAL);
    SequencedMap<String, String> rows = new LinkedHashMap<>();
    for (ConfigurationEditor.Change change : gathered) {
      rows.put(
          change.key(), change.before().orElse(usual) + " -> " + change.after().orElse(usual));
    }
    talk.table(rows);
    talk.say(gathered.isEmpty() ? Phrase.NOTHING_GATHERED : Phrase.GATHERED, gathered.size());
    return Form.Next.STAY;
  }

  private Form.Next check() throws IOException, TroubleException {
    refuse(editor.check(), Trouble.WRONG_CONFIGURATION);
    bench.talk().say(Phrase.CONFIGURATION_FITS);
    return Form.Next.STAY;
  }

  private Form.Next set(List<String> given)
      throws IOException, TroubleException, LineOverException, BrokenOffException {
    if (editor.redirects(given.getFirst(), given.getLast())) {
      Role role = bench.technician().role();
      if (!role.allows(Role.ADMIN)) {
        throw new TroubleException(
            Trouble.NOT_ALLOWED, bench.talk().words(Role.ADMIN), bench.talk().words(role));
      }
      bench.requireProof();
    }
    refuse(editor.set(given.getFirst(), given.getLast()), Trouble.WRONG_VALUE);
    return diff();
  }

  private Form.Next unset(List<String> given) throws IOException, TroubleException {
    refuse(editor.set(given.getFirst(), ""), Trouble.WRONG_VALUE);
    return diff();
  }

  private Form.Next commit(boolean now)
      throws IOException, TroubleException, InterruptedException, LineOverException {
    if (editor.gathered().isEmpty()) {
      throw new TroubleException(Trouble.NOTHING_GATHERED);
    }
    if (editor.onTrial()) {
      throw new TroubleException(Trouble.ANOTHER_ON_TRIAL);
    }
    requireNoVisit(now);
    Trial trial = new Trial(bench);
    refuse(editor.commit(), Trouble.WRONG_CONFIGURATION);
    trial.run();
    return Form.Next.STAY;
  }

  private Form.Next rollBack(boolean now) throws IOException, TroubleException {
    requireNoVisit(now);
    if (!editor.rollBack()) {
      throw new TroubleException(Trouble.NOTHING_BEFORE);
    }
    try {
      bench.machine().control().restartKiosk();
    } catch (IOException refused) {
      LOG.warn("the kiosk is not started again", refused);
      throw new TroubleException(Trouble.WENT_BACK_UNSTARTED, Trial.why(refused));
    }
    bench.talk().say(Phrase.WENT_BACK);
    return Form.Next.STAY;
  }

  private void requireNoVisit(boolean now) throws TroubleException {
    if (!now) {
      Visits.requireNone(bench.machine().diagnosis());
    }
  }

  private void refuse(List<Mistake> mistakes, Trouble trouble) throws TroubleException {
    mistakes.forEach(bench.talk()::tell);
    if (!mistakes.isEmpty()) {
      throw new TroubleException(trouble);
    }
  }
}
