package org.kashidashi.central.http;

import java.security.SecureRandom;
import java.time.Clock;
import org.kashidashi.central.desk.LinkDesk;
import org.kashidashi.central.desk.SignInDesk;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.CounterItems;
import org.kashidashi.central.store.CounterLinks;
import org.kashidashi.central.store.CounterPatrons;
import org.kashidashi.central.store.StaffRegister;
import org.kashidashi.sync.registry.Authority;

/** Everything that does what a counter asks for. */
record CounterDesks(
    SignInDesk signIn,
    StaffRegister staff,
    CounterPatrons patrons,
    LinkDesk links,
    CounterLinks unlinking,
    CounterItems items,
    RegistryRules rules) {

  static CounterDesks of(
      CentralStore store, RegistryRules rules, Authority authority, Clock clock) {
    SecureRandom random = new SecureRandom();
    return new CounterDesks(
        new SignInDesk(store, clock, random),
        store.staff(),
        store.counterPatrons(rules),
        new LinkDesk(store, rules, authority, clock, random),
        store.counterLinks(rules),
        store.counterItems(rules),
        rules);
  }
}
