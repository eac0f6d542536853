package org.kashidashi.kiosk.counter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** The words of the desk in one language. Staff words only: none of them is shown to a patron. */
public final class Words {
  private final ResourceBundle bundle;

  /**
   * Words that ship with the desk.
   *
   * @param language Japanese, or else English
   */
  public Words(Language language) {
    this(shipped(language == Language.JAPANESE ? "ja" : "en"));
  }

  Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  String of(Phrase phrase, Object... facts) {
    return text(phrase.key(), facts);
  }

  /** A constant of something that staff choose from or read. */
  String name(Enum<?> constant) {
    return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** As {@link #name}, for a constant of central's that this program may not know. */
  String ofCase(String reason) {
    String key = "Case." + reason;
    return bundle.containsKey(key) ? text(key) : reason;
  }

  String reason(CounterRefusal refusal) {
    return text("refusal." + refusal.name());
  }

  String advice(CounterRefusal refusal) {
    return text("refusal." + refusal.name() + ".advice");
  }

  String advice(CardObstacle obstacle) {
    return text("CardObstacle." + obstacle.name() + ".advice");
  }

  String reason(LoanRefusal refusal) {
    return switch (refusal) {
      case LoanRefusal.UnknownItem _ -> text("loan.unknown");
      case LoanRefusal.OnHoldForAnother _ -> text("loan.hold");
      case LoanRefusal.OwnHoldAtCounter _ -> text("loan.own.hold");
      case LoanRefusal.ReferenceOnly _ -> text("loan.reference");
      case LoanRefusal.OtherLibrary _ -> text("loan.other.library");
      case LoanRefusal.AlreadyOnLoan(var due) ->
        due.map(date -> text("loan.already.due", date)).orElseGet(() -> text("loan.already"));
      case LoanRefusal.OnLoanToAnother _ -> text("loan.another");
      case LoanRefusal.Audiovisual _ -> text("loan.audiovisual");
      case LoanRefusal.AlreadyLentNow _ -> text("loan.now");
      case LoanRefusal.Restricted _ -> text("loan.restricted");
      case LoanRefusal.LimitReached(int limit) -> text("loan.limit", limit);
      case LoanRefusal.LibraryCardExpired(LocalDate expired) -> text("loan.expired", expired);
      case LoanRefusal.AutomaticRenewalFailed _ -> text("loan.renewal.failed");
      case LoanRefusal.Blocked(var block) -> text("loan.blocked", name(block));
    };
  }

  String unknownPatron() {
    return text("loan.unknown.patron");
  }

  String patronNotCached() {
    return text("loan.not.cached");
  }

  /** Facts are written as they are: a number gets no thousands separator. */
  private String text(String key, Object... facts) {
    Object[] written = new Object[facts.length];
    for (int i = 0; i < facts.length; i++) {
      written[i] = facts[i].toString();
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(written);
  }

  private static ResourceBundle shipped(String tag) {
    String name = "words/" + tag + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this program");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " of this program cannot be read", unreadable);
    }
  }
}
