package org.kashidashi.kiosk.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.console.talk.Trouble;
import org.kashidashi.kiosk.console.talk.TroubleException;

final class GrammarTest {
  private final Grammar grammar = new Grammar(
      List.of(
          form("show", Role.VIEW, new Token.SomeOf("topic", List.of("status", "sensors", "disk"))),
          form("config set", Role.CONFIG, key(), new Token.Rest("value")),
          form("config show", Role.VIEW),
          form("config show", Role.VIEW, key()),
          form("queue list", Role.VIEW),
          form("queue list", Role.VIEW, new Token.Amount("n", 1000)),
          form("reboot", Role.ADMIN)),
      Role.CONFIG,
      word -> "does " + word);

  private static Token key() {
    return new Token.Known("key", () -> List.of("kiosk.id", "session.idle", "session.offers"));
  }

  private static Form form(String words, Role role, Token... tokens) {
    return Form.of(words, role, _ -> Form.Next.STAY, tokens);
  }

  @ParameterizedTest
  @CsvSource({
    "sh st, show status",
    "SHOW   sta, show status",
    "s di st, show disk status",
    "c sh, config show",
    "q l 20, queue list",
    "conf set session.i \"5 s\", config set session.idle",
    "conf set some.other.key x, config set",
  })
  void understandsWhatCanMeanOneThingOnly(String line, String harmless) throws TroubleException {
    assertEquals(harmless, order(line).harmless());
  }

  @Test
  void keepsValueAsItIsTyped() throws TroubleException {
    Reading.Order order = order("config set session.idle [\"a  b\", \"何?\"]");
    assertEquals(List.of("session.idle", "[\"a  b\", \"何?\"]"), order.given());
    assertEquals("config set session.idle", order.harmless());
  }

  @ParameterizedTest
  @CsvSource({
    "show s, AMBIGUOUS",
    "show, INCOMPLETE",
    "config, INCOMPLETE",
    "config set session.idle, INCOMPLETE",
    "'config set session.idle \u3000', INCOMPLETE",
    "config set session x, AMBIGUOUS",
    "shw, UNKNOWN_WORD",
    "show nothing, UNKNOWN_WORD",
    "queue list 0, UNKNOWN_WORD",
    "queue list 1001, UNKNOWN_WORD",
    "queue list 99999999999, UNKNOWN_WORD",
    "config show kiosk.id more, UNKNOWN_WORD",
  })
  void saysWhyItDoesNotUnderstand(String line, Trouble trouble) {
    assertEquals(
        trouble, assertThrows(TroubleException.class, () -> grammar.read(line)).trouble());
  }

  @Test
  void refusesLineThatMayHaveBeenCut() {
    String cut = "config set session.idle " + "x".repeat(256 - 24);
    assertEquals(
        Trouble.TOO_LONG,
        assertThrows(TroubleException.class, () -> grammar.read(cut)).trouble());
  }

  @Test
  void knowsQuestionsWhereverTheyAreAsked() throws TroubleException {
    assertEquals(new Reading.Question(""), grammar.read("?"));
    assertEquals(new Reading.Question("sh "), grammar.read("sh ?"));
    assertEquals(new Reading.Question("show s"), grammar.read("show s?"));
    assertInstanceOf(Reading.Order.class, grammar.read("config set session.idle ?"));
    assertInstanceOf(Reading.Nothing.class, grammar.read("   "));
  }

  @Test
  void explainsWhatCanFollowForTheRoleOfTheTechnician() {
    assertEquals(
        List.of(
            "  config           does config",
            "  queue            does queue",
            "  show             does show"),
        grammar.explain(""));
    assertEquals(List.of("  sensors", "  status"), grammar.explain("show s"));
    assertEquals(
        List.of("  <n>", "  <Enter>          does queue list"), grammar.explain("queue list "));
    assertEquals(
        List.of("  set              does config set", "  show             does config show"),
        grammar.explain("config s"));
    assertEquals(List.of(), grammar.explain("nothing "));
  }

  @Test
  void completesCommandsTopicsAndKeys() {
    assertEquals(List.of("config"), grammar.words("c"));
    assertEquals(List.of("sensors", "status"), grammar.words("sh s"));
    assertEquals(List.of("session.idle", "session.offers"), grammar.words("config set sess"));
    assertTrue(grammar.words("r").isEmpty(), "an order of another role is offered");
  }

  private Reading.Order order(String line) throws TroubleException {
    return assertInstanceOf(Reading.Order.class, grammar.read(line));
  }
}
