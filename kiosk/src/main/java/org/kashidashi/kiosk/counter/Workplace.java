package org.kashidashi.kiosk.counter;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.registry.counter.CounterRegistry;

/**
 * What a desk works with. All of it belongs to the desk's thread, the outbox aside.
 *
 * @param offered the tasks that the library offers at this desk; nothing else is shown
 * @param start names this start of the program: 1 to 20 digits and letters
 * @param scanner whether there is one of its own, so that a typed number can be told
 * @param cardStop the telephone that stops a lost card
 * @param keyWanted whether a card whose key is not recorded is of no use in this library
 * @param leaving for how long a person is waited for who is to take their card
 * @param clock in the library's time zone
 * @param random makes what nobody may guess
 * @param nanoTime a clock that only moves forward, as {@link System#nanoTime}
 */
public record Workplace(
    Set<CounterTask> offered,
    String start,
    CounterRegistry registry,
    LendingDesk lending,
    Outbox outbox,
    CardReader reader,
    JpkiReader jpki,
    Function<CardReading, Identification> identification,
    CertificateCheck certificates,
    BarcodeReading barcodes,
    boolean scanner,
    String cardStop,
    boolean keyWanted,
    PatronFacing patron,
    Duration leaving,
    Consumer<AuditRecord> audit,
    Clock clock,
    RandomGenerator random,
    LongSupplier nanoTime) {
  public Workplace {
    offered = Set.copyOf(offered);
  }
}
