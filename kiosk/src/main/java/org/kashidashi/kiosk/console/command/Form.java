package org.kashidashi.kiosk.console.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.TroubleException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;

/**
 * One way in which a command is given.
 *
 * @param role who may give it
 */
public record Form(List<Token> tokens, Role role, Action action) {
  /** What happens then. */
  @FunctionalInterface
  public interface Action {
    /**
     * Carries it out.
     *
     * @param given what was typed where the form leaves a choice, in its order
     */
    Next run(List<String> given)
        throws TroubleException, LineOverException, BrokenOffException, InterruptedException,
            DiagnosisException, IOException;
  }

  /** What comes after a command. */
  public enum Next {
    STAY,
    LOG_OUT
  }

  public Form {
    tokens = List.copyOf(tokens);
  }

  /** A form that begins with some words of its own. */
  static Form of(String words, Role role, Action action, Token... tokens) {
    List<Token> all = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      all.add(new Token.Word(word));
    }
    all.addAll(List.of(tokens));
    return new Form(all, role, action);
  }

  /** As it is shown in a list. */
  public String shown() {
    return tokens.stream().map(Token::shown).collect(Collectors.joining(" "));
  }

  /** The words of its own that it begins with: under these it is explained. */
  public String name() {
    return tokens.stream()
        .takeWhile(Token.Word.class::isInstance)
        .map(Token::shown)
        .collect(Collectors.joining(" "));
  }
}
