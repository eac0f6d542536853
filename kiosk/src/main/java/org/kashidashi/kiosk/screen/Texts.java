package org.kashidashi.kiosk.screen;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.PutBack;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.RefusalCode;

/** The words of one language, from a message bundle. */
public final class Texts {
  private final ResourceBundle bundle;
  private final ResourceBundle other;
  private final Locale locale;

  /**
   * @param other the words of the language that stands below the first one on buttons
   */
  Texts(ResourceBundle bundle, ResourceBundle other, Locale locale) {
    this.bundle = bundle;
    this.other = other;
    this.locale = locale;
  }

  public String of(Message message, Object... facts) {
    return message.isBeside() ? beside(message.key(), facts) : text(message.key(), facts);
  }

  /** What stands on a button. */
  public String label(Choice choice) {
    return text("choice." + choice.name());
  }

  /** The same in another language, below it. */
  public String otherLabel(Choice choice) {
    return other.getString("choice." + choice.name());
  }

  /** Empty for no notice. */
  public String of(Notice notice) {
    return notice == Notice.NONE ? "" : text("notice." + notice.name());
  }

  /** What became of the wish to prolong a loan; empty where there was none. */
  public String of(OwnLoan.Fate fate) {
    return fate == OwnLoan.Fate.OUT ? "" : text("own." + fate.name());
  }

  /** What became of an item that is put back. */
  public String of(PutBack.Outcome outcome) {
    return text("return." + outcome.name());
  }

  /** What the screen of a refusal says. */
  public RefusalText of(Refusal refusal) {
    if (refusal instanceof Refusal.ByRule(RefusalCode rule, var _, var _) && isOfItem(rule)) {
      return new RefusalText(of(Message.REFUSED_ITEM), rule.code(), line(refusal), "", "");
    }
    String fact = fact(refusal);
    return refusalText(refusal.shownCode(), fact);
  }

  public RefusalText of(FaultCode fault) {
    return refusalText(fault.code(), "");
  }

  private RefusalText refusalText(String code, String fact) {
    return new RefusalText(
        text(code + ".title", fact),
        code,
        text(code + ".lines", fact),
        beside(code + ".plain", fact),
        beside(code + ".english", fact));
  }

  /** The one line that a refusal has in the list, without its code. */
  public String line(Refusal refusal) {
    return text(refusal.shownCode() + ".title", fact(refusal));
  }

  private static boolean isOfItem(RefusalCode rule) {
    return rule.ways().isEmpty();
  }

  private String fact(Refusal refusal) {
    if (!(refusal instanceof Refusal.ByRule(RefusalCode rule, var date, var number))) {
      return "";
    }
    if (number.isPresent()) {
      return of(Message.FACT_NUMBER, number.getAsInt());
    }
    return date.map(day -> isOfItem(rule)
            ? of(Message.FACT_DUE, slashed(day))
            : of(Message.FACT_DATE, withYear(day)))
        .orElse("");
  }

  /** 2026-12-05. */
  public String dashed(LocalDate date) {
    return formatter(Message.DATE_DASHED).format(date);
  }

  /** 12/05. */
  public String slashed(LocalDate date) {
    return formatter(Message.DATE_SLASHED).format(date);
  }

  /** 12月 5日, always of the same width. */
  public String day(LocalDate date) {
    return formatter(Message.DATE_DAY).format(date);
  }

  /** 12月 5日(土). */
  public String dayOfWeek(LocalDate date) {
    String[] weekdays = of(Message.DATE_WEEKDAYS).split(",", -1);
    return of(Message.DATE_WITH_WEEKDAY, day(date), weekdays[date.getDayOfWeek().getValue() - 1]);
  }

  /** 2026年12月 5日. */
  public String withYear(LocalDate date) {
    return formatter(Message.DATE_YEAR).format(date);
  }

  /** 2026-12-05 14:05. */
  public String time(LocalDateTime time) {
    return formatter(Message.DATE_TIME).format(time);
  }

  private DateTimeFormatter formatter(Message pattern) {
    return DateTimeFormatter.ofPattern(of(pattern), locale);
  }

  /** What some languages say in other words as well; empty where they do not. */
  private String beside(String key, Object... facts) {
    return bundle.containsKey(key) ? text(key, facts) : "";
  }

  /** Facts are written as they are: a number gets no thousands separator. */
  private String text(String key, Object... facts) {
    Object[] written = new Object[facts.length];
    for (int i = 0; i < facts.length; i++) {
      written[i] = facts[i].toString();
    }
    return new MessageFormat(bundle.getString(key), locale).format(written);
  }
}
