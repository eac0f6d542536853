package org.kashidashi.kiosk.diagnosis.facts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.central.CentralProbe;
import org.kashidashi.sync.store.StoreSettings;

/** A machine that is nothing but a folder, and whose library system nobody asks. */
public final class SampleMachine {
  private SampleMachine() {}

  /** With its database, its board and its interfaces in there. */
  public static Machine in(Path folder, Clock clock) {
    return of(StoreSettings.of(folder.resolve("kiosk.db"), "k1"), clock);
  }

  static Machine of(StoreSettings store, Clock clock) {
    Path folder = store.directory();
    return new Machine(
        clock,
        () -> ClockState.SYNCED,
        store,
        new Machine.Central(
            URI.create("http://127.0.0.1:1"), false, SampleMachine::unasked, Optional::empty),
        new Interfaces(folder, _ -> Optional.empty()),
        new Board(folder, folder),
        () -> Condition.good(Part.CONFIGURATION),
        "1.0");
  }

  private static CentralProbe unasked() {
    throw new AssertionError("nobody asks central");
  }
}
