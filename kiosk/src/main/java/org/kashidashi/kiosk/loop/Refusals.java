package org.kashidashi.kiosk.loop;

import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.RefusalCode;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.LoanRefusal;

/** The one place where reasons become the codes that a patron sees (card.md 7, screens 9.1, 9.2). */
final class Refusals {
  static final Refusal UNKNOWN_LIBRARY_CARD = Refusal.of(RefusalCode.E_127);
  static final Refusal NOT_KNOWN_HERE = Refusal.of(RefusalCode.E_126);

  private Refusals() {}

  static Refusal of(Identification.NotIdentified reason) {
    return switch (reason) {
      case Identification.CardExpired _ -> Refusal.of(RefusalCode.E_106);
      case Identification.ClockOrCertificate _,
          Identification.Untrusted _,
          Identification.NotProved _,
          Identification.Damaged _ -> Refusal.of(RefusalCode.E_100);
      case Identification.Phone _ -> Refusal.of(RefusalCode.E_114);
      case Identification.Juki _ -> Refusal.of(RefusalCode.E_108);
      case Identification.NoCertificate _ -> Refusal.of(RefusalCode.E_107);
      case Identification.OtherCard _ -> Refusal.of(RefusalCode.E_110);
      case Identification.Moved _, Identification.NoCard _ -> Refusal.of(RefusalCode.E_112);
      case Identification.Mute _ -> Refusal.of(RefusalCode.E_111);
      case Identification.Collision _ -> Refusal.of(RefusalCode.E_113);
      case Identification.ReaderDown _ -> Refusal.of(FaultCode.E_303);
      case Identification.OldMethodOnly _ -> Refusal.of(RefusalCode.E_102);
      case Identification.Unlinked _ -> Refusal.of(RefusalCode.E_101);
      case Identification.Reissued _ -> Refusal.of(RefusalCode.E_115);
      case Identification.Stopped _ -> Refusal.of(RefusalCode.E_105);
      case Identification.AuthorityUnavailable _ -> Refusal.of(FaultCode.E_302);
      case Identification.RegistryUnreachable _ -> NOT_KNOWN_HERE;
    };
  }

  static Refusal of(LoanRefusal refusal) {
    return switch (refusal) {
      case LoanRefusal.UnknownItem _ -> Refusal.of(RefusalCode.E_201);
      case LoanRefusal.OnHoldForAnother _ -> Refusal.of(RefusalCode.E_203);
      case LoanRefusal.OwnHoldAtCounter _ -> Refusal.of(RefusalCode.E_204);
      case LoanRefusal.ReferenceOnly _ -> Refusal.of(RefusalCode.E_205);
      case LoanRefusal.OtherLibrary _ -> Refusal.of(RefusalCode.E_206);
      case LoanRefusal.AlreadyOnLoan(var due) ->
        due.map(date -> Refusal.of(RefusalCode.E_207, date)).orElse(Refusal.of(RefusalCode.E_207));
      case LoanRefusal.OnLoanToAnother _ -> Refusal.of(RefusalCode.E_208);
      case LoanRefusal.Audiovisual _ -> Refusal.of(RefusalCode.E_209);
      case LoanRefusal.AlreadyLentNow _ -> Refusal.of(RefusalCode.E_210);
      case LoanRefusal.Restricted _ -> Refusal.of(RefusalCode.E_212);
      case LoanRefusal.LimitReached(int limit) -> Refusal.of(RefusalCode.E_124, limit);
      case LoanRefusal.LibraryCardExpired(var expired) -> Refusal.of(RefusalCode.E_103, expired);
      case LoanRefusal.AutomaticRenewalFailed _ -> Refusal.of(RefusalCode.E_104);
      case LoanRefusal.Blocked(Block block) -> Refusal.of(codeOf(block));
    };
  }

  private static RefusalCode codeOf(Block block) {
    return switch (block) {
      case OVERDUE -> RefusalCode.E_123;
      case RESIDENTS_ONLY -> RefusalCode.E_121;
      case PROOF_NEEDED -> RefusalCode.E_122;
      case OTHER -> RefusalCode.E_125;
    };
  }
}
