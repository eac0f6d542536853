package org.kashidashi.kiosk.counter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.FormKey;
import org.kashidashi.sync.registry.counter.Registration;

/** Takes down an application for a library card or its renewal, line by line. */
final class RegistrationForm {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern TELEPHONE = Pattern.compile("[0-9+-]{0,20}");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final int KEY_BYTES = 16;

  /** Nobody who applies was born before it. */
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);

  private final Talk talk;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param clock in the library's time zone
   * @param random makes the key by which a form is known again
   */
  RegistrationForm(Talk talk, Clock clock, RandomGenerator random) {
    this.talk = talk;
    this.clock = clock;
    this.random = random;
  }

  /** Asks for everything, reads it back, and asks whether it is right. Sex is never asked. */
  Registration fill() throws DialogueOverException, TaskEndedException {
    String name = text(Phrase.PERSON_NAME, PersonDetails.NAME_MAXIMUM);
    String address = text(Phrase.ADDRESS, PersonDetails.ADDRESS_MAXIMUM);
    LocalDate birth = birthDate();
    String telephone = telephone();
    Registration.Residence residence =
        talk.choose(Phrase.RESIDENCE, List.of(Registration.Residence.values()));
    Registration.Document document =
        talk.choose(Phrase.DOCUMENT, List.of(Registration.Document.values()));
    shown(document != Registration.Document.NOTIFICATION_CARD);
    shown(talk.yes(Phrase.ADDRESS_SHOWN));
    boolean commuting = residence == Registration.Residence.COMMUTER;
    shown(!commuting || talk.yes(Phrase.COMMUTE_SHOWN));
    PersonDetails details = new PersonDetails(name, address, birth, Optional.empty());
    readBack(details, telephone, residence, document);
    if (!talk.yes(Phrase.FORM_CONFIRM)) {
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    return new Registration(
        details,
        telephone,
        residence,
        document,
        /* addressShown= */ true,
        /* commuteProofShown= */ commuting,
        Optional.of(key()));
  }

  /** What every library refuses is said before anybody is asked for more. */
  private void shown(boolean enough) throws TaskEndedException {
    if (!enough) {
      talk.refused(CounterRefusal.DOCUMENT_NOT_ENOUGH);
      throw new TaskEndedException(
          CounterOutcome.REFUSED, CounterRefusal.DOCUMENT_NOT_ENOUGH.name());
    }
  }

  private FormKey key() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return new FormKey(HexFormat.of().formatHex(bytes));
  }

  private void readBack(
      PersonDetails details,
      String telephone,
      Registration.Residence residence,
      Registration.Document document) {
    talk.row(Phrase.PERSON_NAME, details.name());
    talk.row(Phrase.ADDRESS, details.address());
    talk.row(Phrase.FORM_BIRTH_DATE, details.birthDate().toString());
    talk.row(Phrase.FORM_TELEPHONE, telephone);
    talk.row(Phrase.FORM_RESIDENCE, talk.words().name(residence));
    talk.row(Phrase.FORM_DOCUMENT, talk.words().name(document));
  }

  private String text(Phrase what, int most) throws DialogueOverException, TaskEndedException {
    String text = visible(talk.askFor(what));
    while (text.isBlank() || text.length() > most) {
      if (!text.isBlank()) {
        talk.tell(Phrase.TOO_LONG, most);
      }
      text = visible(talk.askFor(what));
    }
    return text;
  }

  /** What is pasted from elsewhere may hold characters that nobody sees, and no record may have. */
  private static String visible(String typed) {
    return INVISIBLE.matcher(typed).replaceAll("").strip();
  }

  private LocalDate birthDate() throws DialogueOverException, TaskEndedException {
    while (true) {
      Optional<LocalDate> date = date(talk.askFor(Phrase.BIRTH_DATE));
      if (date.isPresent()) {
        return date.get();
      }
      talk.tell(Phrase.NOT_A_DATE);
    }
  }

  private Optional<LocalDate> date(String text) {
    try {
      LocalDate date = LocalDate.parse(text.replace("-", ""), DATE);
      boolean possible = !date.isBefore(FIRST_BIRTH) && !date.isAfter(LocalDate.now(clock));
      return possible ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private String telephone() throws DialogueOverException, TaskEndedException {
    String telephone = talk.ask(Phrase.TELEPHONE);
    while (!TELEPHONE.matcher(telephone).matches()) {
      talk.tell(Phrase.NOT_A_TELEPHONE);
      telephone = talk.ask(Phrase.TELEPHONE);
    }
    return telephone;
  }
}
