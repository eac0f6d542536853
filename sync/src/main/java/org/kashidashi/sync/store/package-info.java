/** Where the kiosk keeps loans, outbox and cache: one SQLite file, one thread, one connection. */
@NullMarked
package org.kashidashi.sync.store;

import org.jspecify.annotations.NullMarked;
