package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** Every word of the desk is there in both languages, and none is there in vain. */
final class WordsTest {
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"JAPANESE", "ENGLISH"})
  void hasTextOfEverythingThatCanBeSaid(Language language) {
    Words words = new Words(language);
    for (Phrase phrase : Phrase.values()) {
      assertFalse(words.of(phrase, "1", "2").isBlank(), phrase::toString);
    }
    for (CounterRefusal refusal : CounterRefusal.values()) {
      assertFalse(words.reason(refusal).isBlank(), refusal::toString);
      assertFalse(words.advice(refusal).isBlank(), refusal::toString);
    }
    for (CardObstacle obstacle : CardObstacle.values()) {
      assertFalse(words.name(obstacle).isBlank(), obstacle::toString);
      assertFalse(words.advice(obstacle).isBlank(), obstacle::toString);
    }
    named()
        .forEach(constant -> assertFalse(
            words.name(constant).isBlank() && constant != PatronFacing.Sight.REST,
            constant::toString));
    refusals().forEach(refusal -> assertFalse(words.reason(refusal).isBlank(), refusal::toString));
  }

  @Test
  void hasTheSameKeysInBothLanguages() throws IOException {
    assertEquals(keys("ja"), keys("en"));
  }

  @Test
  void hasNoPhraseThatNobodySays() throws IOException {
    Set<String> phrases = new TreeSet<>();
    for (Phrase phrase : Phrase.values()) {
      phrases.add(phrase.key());
    }
    Set<String> others = new TreeSet<>();
    for (String key : keys("ja")) {
      boolean named = Character.isUpperCase(key.charAt(0))
          || key.startsWith("refusal.")
          || key.startsWith("loan.");
      if (!named && !phrases.contains(key)) {
        others.add(key);
      }
    }
    assertEquals(Set.of(), others);
  }

  @Test
  void showsReasonOfCaseThatItDoesNotKnowAsItIs() {
    assertEquals("SOLAR_FLARE", new Words(Language.ENGLISH).ofCase("SOLAR_FLARE"));
    assertTrue(new Words(Language.JAPANESE).ofCase("OVER_LIMIT").contains("上限"));
  }

  private static Stream<Enum<?>> named() {
    return Stream.<Enum<?>[]>of(
            CounterTask.values(),
            LinkApplication.Shown.values(),
            PinName.values(),
            PinUse.values(),
            IdentifierKind.values(),
            UnlinkReason.values(),
            Registration.Residence.values(),
            Registration.Document.values(),
            PersonDetails.Sex.values(),
            Block.values(),
            PatronFacing.Sight.values())
        .flatMap(Stream::of);
  }

  private static Stream<LoanRefusal> refusals() {
    LocalDate day = LocalDate.parse("2026-11-20");
    return Stream.of(
        new LoanRefusal.UnknownItem(),
        new LoanRefusal.OnHoldForAnother(),
        new LoanRefusal.OwnHoldAtCounter(),
        new LoanRefusal.ReferenceOnly(),
        new LoanRefusal.OtherLibrary(),
        new LoanRefusal.AlreadyOnLoan(Optional.of(day)),
        new LoanRefusal.AlreadyOnLoan(Optional.empty()),
        new LoanRefusal.OnLoanToAnother(),
        new LoanRefusal.Audiovisual(),
        new LoanRefusal.AlreadyLentNow(),
        new LoanRefusal.Restricted(),
        new LoanRefusal.LimitReached(5),
        new LoanRefusal.LibraryCardExpired(day),
        new LoanRefusal.AutomaticRenewalFailed(),
        new LoanRefusal.Blocked(Block.OVERDUE));
  }

  private static Set<String> keys(String tag) throws IOException {
    try (InputStreamReader words = new InputStreamReader(
        WordsTest.class.getResourceAsStream("words/" + tag + ".properties"),
        StandardCharsets.UTF_8)) {
      return new TreeSet<>(new PropertyResourceBundle(words).keySet());
    }
  }
}
