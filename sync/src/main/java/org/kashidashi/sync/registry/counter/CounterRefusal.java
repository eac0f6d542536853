package org.kashidashi.sync.registry.counter;

/** Why a registry refuses what a counter asks; each has its text and its advice at the desk. */
public enum CounterRefusal {
  /** Name or password is wrong; which, is not told. */
  WRONG_SIGN_IN,
  /** Too many wrong passwords: this account is locked for a while. */
  LOCKED_OUT,
  UNKNOWN_PATRON,
  UNKNOWN_ITEM,
  UNKNOWN_CASE,
  NOT_ON_LOAN,
  NO_PERSON_KEPT,
  /** The library keeps no personal records, or no registrations, in this system. */
  NOT_OFFERED,
  /** The person has not agreed to the terms and the privacy policy. */
  NO_CONSENT,
  /** Neither the library card nor the phone card was shown; a typed number is not enough. */
  NO_LIBRARY_CARD,
  LIBRARY_CARD_EXPIRED,
  /** The library links residents only, or residents and commuters only. */
  NOT_ELIGIBLE,
  /** The library card is linked to another person's card. */
  PATRON_LINKED_ALREADY,
  /** The person's card is linked to another library card here. */
  PERSON_LINKED_ALREADY,
  NOT_LINKED,
  /** There is no link of the old method to migrate. */
  NOTHING_TO_MIGRATE,
  /** Linking is not done at this site. */
  NOT_AT_THIS_SITE,
  /** The challenge is too old, was used, or was never given out. */
  CHALLENGE_OVER,
  PROOF_WRONG,
  /** The person has no MyKey ID and must make one at home. */
  NO_MYKEY_ID,
  CARD_REVOKED,
  CARD_SUSPENDED,
  AUTHORITY_UNAVAILABLE,
  /** Name, birth date or address of the card and of the library card do not agree. */
  OTHER_PERSON,
  /** The document shown is no proof, or the address is missing on it. */
  DOCUMENT_NOT_ENOUGH,
  /** Renewal begins later. */
  TOO_EARLY_TO_RENEW
}
