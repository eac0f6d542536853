package org.kashidashi.central.registry;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;
import org.kashidashi.sync.registry.counter.Registration;

/** Wishes for links, each good but for what a test makes wrong. */
final class Questions {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final PatronId PATRON = new PatronId("9999900120");
  static final PersonDetails TARO =
      new PersonDetails("貸出 太郎", "見本県見本市一丁目1-1", LocalDate.of(1990, 3, 1), Optional.empty());
  static final Holder HAS_CARD = new Holder.HasCard(PATRON, Shown.LIBRARY_CARD);
  static final Holder NEWCOMER = new Holder.Newcomer(registration(
      Registration.Document.DRIVERS_LICENCE, true, Registration.Residence.RESIDENT, false));

  private Questions() {}

  static LinkQuestion of(Holder holder) {
    return of(holder, Reissue.RELINK, false);
  }

  static LinkQuestion of(Holder holder, Reissue reissue, boolean oldMethod) {
    return of(holder, rules(LinkTo.ANYONE, reissue, validity()), Residence.RESIDENT, oldMethod);
  }

  static LinkQuestion of(
      Holder holder, LibraryRules rules, Residence residence, boolean oldMethod) {
    return new LinkQuestion(
        rules,
        TODAY,
        true,
        true,
        application(holder, true),
        new HolderFacts(
            holder instanceof Holder.Newcomer
                ? Optional.empty()
                : Optional.of(patron(LocalDate.of(2027, 3, 31), residence)),
            oldMethod));
  }

  static LinkApplication application(Holder holder, boolean consent) {
    PresentedCertificate certificate =
        new PresentedCertificate(new byte[] {0x30}, new byte[] {0x30}, BigInteger.ONE);
    return new LinkApplication(
        holder,
        consent,
        true,
        new PinProof(certificate, new byte[32], new byte[256]),
        Optional.empty());
  }

  static PatronRecord patron(LocalDate expires, Residence residence) {
    return new PatronRecord(
        PATRON,
        expires,
        Renewal.AT_COUNTER,
        Set.of(),
        residence,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static LibraryRules rules(LinkTo linkTo, Reissue reissue, ValidityRule validity) {
    LibraryRules usual = LibraryRules.usual(LendTo.ANYONE);
    return new LibraryRules(
        linkTo,
        LendTo.ANYONE,
        reissue,
        usual.identifier(),
        usual.myKeyMade(),
        EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE),
        validity);
  }

  static ValidityRule validity() {
    return new ValidityRule.FixedTerm(36);
  }

  static Registration registration(
      Registration.Document document,
      boolean address,
      Registration.Residence residence,
      boolean commuteProof) {
    return new Registration(TARO, "000-000-0000", residence, document, address, commuteProof);
  }
}
