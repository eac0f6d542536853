package org.kashidashi.central.config;

import java.nio.file.Path;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.store.StoreSettings;

/** All that central must be told before it starts. */
public record CentralConfig(Library library, Listen listen, Path database, LoanRules loan) {
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
   * @param host a loopback address
   * @param port 0 for any that is free
   */
  public record Listen(String host, int port) {}

  public StoreSettings storeSettings() {
    return new StoreSettings(database, library.id(), loan);
  }
}
