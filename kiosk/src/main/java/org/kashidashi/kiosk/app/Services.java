package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.engine.SyncEngine;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.store.Store;

/**
 * What a kiosk knows and does behind its devices.
 *
 * @param firstSync how long the sync thread waits before it sends for the first time
 * @param clockState how far the wall clock can be trusted now
 * @param audit belongs to the auditing thread once the kiosk runs
 */
public record Services(
    JpkiReader jpki,
    Function<CardReading, Identification> identification,
    BarcodeReading barcodes,
    Store store,
    IlsConnector connector,
    LendingDesk lending,
    SyncEngine engine,
    Duration firstSync,
    Supplier<ClockState> clockState,
    AuditTrail audit) {}
