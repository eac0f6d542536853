package org.kashidashi.kiosk.session;

import java.util.List;

/**
 * Every refusal of a card, a person (E-1xx) or an item (E-2xx): a code that the patron can show at
 * the counter. The texts are in the message bundles, the ways on are here.
 */
public enum RefusalCode {
  /** The card cannot be used now, and the kiosk cannot tell why. */
  E_100(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** Not linked to a library card. */
  E_101(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** Linked by the method withdrawn in May 2024. */
  E_102(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** The library card has expired. */
  E_103(Action.BACK_TO_START),
  /** The library card has expired, and its automatic renewal failed. */
  E_104(Action.BACK_TO_START),
  /** The card was stopped or revoked. */
  E_105(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** The certificate in the card has expired. */
  E_106(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** No certificate in the card. */
  E_107(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** A resident register card. */
  E_108(Action.TRY_AGAIN, Action.USE_LIBRARY_CARD),
  /** Nothing felt, for the third time: perhaps paper. */
  E_109(Action.TRY_AGAIN, Action.USE_LIBRARY_CARD),
  /** A chip card, but not a My Number Card. */
  E_110(Action.TRY_AGAIN, Action.USE_LIBRARY_CARD),
  /** Nothing felt, for the second time, or something mute. */
  E_111(Action.TRY_AGAIN, Action.USE_LIBRARY_CARD),
  /** The card moved while it was read. */
  E_112(Action.TRY_AGAIN, Action.STOP),
  /** Two cards at once. */
  E_113(Action.TRY_AGAIN, Action.STOP),
  /** A smartphone. */
  E_114(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** Reissued: the link has to be made again. */
  E_115(Action.USE_LIBRARY_CARD, Action.BACK_TO_START),
  /** The library lends to residents only. */
  E_121(Action.BACK_TO_START),
  /** Proof of work or school is needed. */
  E_122(Action.BACK_TO_START),
  /** Overdue items. */
  E_123(Action.BACK_TO_START),
  /** The loan limit is reached. */
  E_124(Action.FINISH),
  /** Anything a bystander should not read. */
  E_125(Action.BACK_TO_START),
  /** The library system does not answer, and this kiosk does not know the patron. */
  E_126(Action.BACK_TO_START),
  /** The library system knows no such library card. */
  E_127(Action.TRY_AGAIN, Action.BACK_TO_START),

  /** Not a barcode of the library. */
  E_201,
  /** A bookshop's barcode. */
  E_202,
  /** On hold for another patron. */
  E_203,
  /** The patron's own hold, at the counter only. */
  E_204,
  /** Reference only. */
  E_205,
  /** Another library's item. */
  E_206,
  /** On loan to this patron already. */
  E_207,
  /** On loan to another. */
  E_208,
  /** Audiovisual, kit or attachments. */
  E_209,
  /** Lent a moment ago. */
  E_210,
  /** Unreadable. */
  E_211,
  /** Age or class limit. */
  E_212;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an unmodifiable list.
  private final List<Action> ways;

  RefusalCode(Action... ways) {
    this.ways = List.of(ways);
  }

  /** What the patron can choose on this refusal's screen; empty for a line in the list. */
  public List<Action> ways() {
    return ways;
  }

  /** As it is written on screens and in documents: {@code E-101}. */
  public String code() {
    return name().replace('_', '-');
  }
}
