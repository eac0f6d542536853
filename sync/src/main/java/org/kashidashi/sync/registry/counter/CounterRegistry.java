package org.kashidashi.sync.registry.counter;

import java.util.List;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/**
 * What a counter asks of the library's registry. Everything but signing in needs the ticket of a
 * member of staff, is judged by their role, and is written down with their name.
 *
 * <p>Calls block for at most the registry's own time limit, from one thread at a time, and never
 * throw for what the world does.
 */
public interface CounterRegistry {
  /**
   * Signs a member of staff in.
   *
   * @param password wiped by the caller, never kept nor logged
   */
  CounterReply<StaffTicket> signIn(StaffName name, char[] password);

  /** Ends a ticket; one that is over already is no mistake. */
  CounterReply<Done> signOut(StaffTicket ticket);

  CounterReply<CounterPatron> patron(StaffTicket ticket, PatronId patron);

  /** The personal record, where the library keeps one; reading it is written down. */
  CounterReply<PersonRecord> person(StaffTicket ticket, PatronId patron);

  /** Erases the personal record; the link and the loans stay. */
  CounterReply<Done> erasePerson(StaffTicket ticket, PatronId patron);

  /** Bytes for the card to sign, good for one link within five minutes. */
  CounterReply<LinkChallenge> challenge(StaffTicket ticket);

  /** Links, migrates, inherits, or registers and links in one go. */
  CounterReply<Linked> link(StaffTicket ticket, LinkApplication application);

  /** Removes a link; neither the card nor the person needs to be there. */
  CounterReply<Done> unlink(StaffTicket ticket, PatronId patron, UnlinkReason reason);

  /** Gives out a library card. */
  CounterReply<CounterPatron> register(StaffTicket ticket, Registration registration);

  /** Renews a library card; {@code seen} also brings a changed address or telephone. */
  CounterReply<CounterPatron> renew(StaffTicket ticket, PatronId patron, Registration seen);

  /** What staff must look at, oldest first. */
  CounterReply<List<StaffCase>> cases(StaffTicket ticket);

  CounterReply<Done> settle(StaffTicket ticket, String staffCase);

  /** Takes an item back and forgets whose loan it was. */
  CounterReply<CheckedIn> checkIn(StaffTicket ticket, ItemBarcode item);

  /** It was done. */
  record Done() {}
}
