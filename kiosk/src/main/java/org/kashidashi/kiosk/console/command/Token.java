package org.kashidashi.kiosk.console.command;

import java.util.List;
import java.util.function.Supplier;

/** What can stand at one place of a command. */
sealed interface Token {
  /** How it is shown in a list of commands. */
  String shown();

  /** The words that can stand there, as far as there is a list of them. */
  List<String> words();

  /** A word of the command itself. */
  record Word(String word) implements Token {
    @Override
    public String shown() {
      return word;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements Token {
    @Override
    public String shown() {
      return String.join("|", words);
    }
  }

  /** One or more of some words; nothing can follow. */
  record SomeOf(String name, List<String> words) implements Token {
    @Override
    public String shown() {
      return "<" + name + "...>";
    }
  }

  /** Any word; those that are known can be abbreviated. */
  record Known(String name, Supplier<List<String>> known) implements Token {
    @Override
    public String shown() {
      return "<" + name + ">";
    }

    @Override
    public List<String> words() {
      return known.get();
    }
  }

  /** A number from 1 on. */
  record Amount(String name, int most) implements Token {
    @Override
    public String shown() {
      return "<" + name + ">";
    }

    @Override
    public List<String> words() {
      return List.of();
    }
  }

  /** Everything that follows, as it is typed. */
  record Rest(String name) implements Token {
    @Override
    public String shown() {
      return "<" + name + ">";
    }

    @Override
    public List<String> words() {
      return List.of();
    }
  }

  /** Whether what is no word of a list may stand there. */
  default boolean takes(String word) {
    return switch (this) {
      case Word _, OneOf _, SomeOf _ -> false;
      case Known _ -> word.matches("[A-Za-z0-9._-]{1,80}");
      case Amount(String _, int most) ->
        word.matches("[1-9][0-9]{0,8}") && Integer.parseInt(word) <= most;
      case Rest _ -> true;
    };
  }
}
