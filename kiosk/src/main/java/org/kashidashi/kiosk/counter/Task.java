package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.store.StoreException;

/** One thing that staff can choose from the menu. */
interface Task {
  CounterTask name();

  /** Any of these may do it. */
  Set<StaffRole> roles();

  /**
   * Does it, to its end.
   *
   * @throws TaskEndedException it ended earlier, and staff were told why
   * @throws StoreException the machine's own store is in trouble
   */
  void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException, StoreException;
}
