package org.kashidashi.central.store;

import java.nio.file.Path;
import org.kashidashi.central.circulation.LoanRules;

/**
 * What a store must be told.
 *
 * @param library id of the library whose links these are
 */
public record StoreSettings(Path database, String library, LoanRules rules) {}
