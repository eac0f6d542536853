package org.kashidashi.central.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.central.registry.RegistryRules;
import org.kashidashi.central.registry.Sites;
import org.kashidashi.central.store.StoreSettings;
import org.kashidashi.sync.registry.authority.AuthorityPlace;

/**
 * All that central must be told before it starts.
 *
 * @param tls how kiosks authenticate; without it, only this machine may reach central
 * @param authority where the authority is asked; without it, nobody is linked or renewed monthly
 * @param counters what happens at the library's counters
 */
public record CentralConfig(
    Library library,
    Listen listen,
    Path database,
    LoanRules loan,
    Optional<Tls> tls,
    LibraryRules rules,
    Optional<AuthorityPlace> authority,
    Counters counters) {
  /**
   * Whose system this is.
   *
   * @param id 1 to 32 of a-z, 0-9 and hyphen; links belong to it, so it must never change
   * @param name as people know it
   */
  public record Library(String id, String name) {}

  /**
   * Where requests come in.
   *
   * @param host an address of this machine; a loopback address unless kiosks authenticate
   * @param port 0 for any that is free
   */
  public record Listen(String host, int port) {}

  /**
   * Kiosks authenticate by certificates of a certificate authority that is central's own.
   *
   * @param names by which kiosks call central: DNS names and literal addresses
   * @param authority the folder of the authority's file
   */
  public record Tls(List<String> names, Path authority) {
    public Tls {
      names = List.copyOf(names);
    }
  }

  /**
   * What happens at the library's counters.
   *
   * @param series the numbers of new library cards; empty if cards are given out elsewhere
   * @param oldMethod whether links of the method withdrawn in May 2024 may be loaded, to be
   *     migrated
   * @param auditMonths how many whole months of what staff did are kept, besides the current one
   */
  public record Counters(
      Sites sites, Optional<CardSeries> series, boolean oldMethod, int auditMonths) {
    /** A year: long enough for whoever asks at the next renewal of their card. */
    public static final int AUDIT_MONTHS = 12;

    /** One place where links are made, and no cards are given out. */
    public static Counters usual() {
      return new Counters(new Sites(List.of()), Optional.empty(), false, AUDIT_MONTHS);
    }
  }

  public RegistryRules registry() {
    return new RegistryRules(rules, counters.sites(), counters.series());
  }

  /** Where the authority's file is kept unless the configuration says otherwise. */
  public static Path authorityBeside(Path database) {
    return database.resolveSibling(database.getFileName() + ".authority");
  }

  public StoreSettings storeSettings() {
    return new StoreSettings(database, library.id(), loan);
  }
}
