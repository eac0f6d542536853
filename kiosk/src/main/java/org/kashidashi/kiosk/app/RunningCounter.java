package org.kashidashi.kiosk.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.NoScanner;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.config.CounterSettings;
import org.kashidashi.kiosk.counter.CounterDesk;
import org.kashidashi.kiosk.counter.Dialogue;
import org.kashidashi.kiosk.counter.DialogueOverException;
import org.kashidashi.kiosk.counter.Outbox;
import org.kashidashi.kiosk.counter.PanelPatron;
import org.kashidashi.kiosk.counter.PatronFacing;
import org.kashidashi.kiosk.counter.TerminalDialogue;
import org.kashidashi.kiosk.counter.TerminalPatron;
import org.kashidashi.kiosk.counter.Words;
import org.kashidashi.kiosk.counter.Workplace;
import org.kashidashi.kiosk.identity.CertificateCheck;
import org.kashidashi.kiosk.loop.SyncDesk;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A desk at work: the thread that runs it serves staff, others send loans and scan barcodes. */
public final class RunningCounter {
  private static final Logger LOG = LoggerFactory.getLogger(RunningCounter.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** Longer than it ever waits between two deliveries, and than one may take. */
  private static final Duration SYNC_LIMIT = Duration.ofMinutes(40);

  /** A person takes their card within this, or is still talking; nothing waits longer. */
  private static final Duration LEAVING = Duration.ofSeconds(20);

  private final Parts parts;
  private final Supervisor supervisor;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  /** What the desk is made of. */
  public record Parts(
      CounterSettings settings,
      Services services,
      CounterRegistry registry,
      CertificateCheck certificates,
      String cardStop,
      boolean keyWanted,
      CardReader reader,
      BarcodeScanner scanner,
      Clock clock) {
    /** Of what a configuration names, devices aside. */
    public static Parts of(
        CounterSettings settings,
        Wiring wiring,
        CardReader reader,
        BarcodeScanner scanner,
        Clock clock) {
      return new Parts(
          settings,
          wiring.services(),
          wiring.counterRegistry(),
          wiring.certificates(),
          wiring.manner().site().cardStop(),
          wiring.keyWanted(),
          reader,
          scanner,
          clock);
    }

    public Words words() {
      return new Words(
          switch (settings.language()) {
            case JAPANESE -> Language.JAPANESE;
            case ENGLISH -> Language.ENGLISH;
          });
    }
  }

  public RunningCounter(Parts parts, Supervisor supervisor) {
    this.parts = parts;
    this.supervisor = supervisor;
  }

  /** Asks a running desk to end. Any thread. */
  public void stop() {
    exit.complete(RunningKiosk.PANEL_CLOSED);
  }

  /**
   * Serves staff until their terminal is closed, with the person in the same terminal: for trials.
   *
   * @param staff what staff talk to, over the terminal
   * @return the program's exit code
   */
  public int run(TerminalDialogue terminal, Dialogue staff) {
    return run(terminal, staff, Optional.empty());
  }

  /**
   * Serves staff until their terminal is closed.
   *
   * @return the program's exit code
   */
  int run(TerminalDialogue terminal, PatronPanel panel) {
    return run(terminal, terminal, Optional.of(panel));
  }

  private int run(TerminalDialogue terminal, Dialogue staff, Optional<PatronPanel> panel) {
    Vitals vitals = new Vitals(supervisor, System::nanoTime);
    try (Threads threads = new Threads(exit, vitals)) {
      CompletableFuture<Void> _ =
          exit.thenAccept(_ -> terminal.end(DialogueOverException.Reason.CLOSED));
      SyncDesk sync = sync(threads);
      threads.loop("scanner", Threads.SHORT, () -> {
        parts.scanner().await(POLL).ifPresent(event -> scanned(event, terminal));
        return null;
      });
      PatronFacing patron = panel.isPresent()
          ? started(panel.get(), threads)
          : new TerminalPatron(staff, parts.words());
      vitals.ready();
      supervisor.status("serving staff");
      threads.watch();
      // Where one person plays everybody, nobody waits for themselves.
      Duration leaving = panel.isPresent() ? LEAVING : Duration.ZERO;
      new CounterDesk(staff, parts.words(), workplace(sync, patron, leaving)).run();
      vitals.stopping();
      return exit.getNow(RunningKiosk.PANEL_CLOSED);
    } catch (StoreException broken) {
      LOG.error("the store can only be opened anew", broken);
      return RunningKiosk.DEVICE_FAILED;
    }
  }

  /** A person may be asked when the end comes; an interrupt would hit the audit trail as well. */
  private PatronFacing started(PatronPanel panel, Threads threads) {
    PanelPatron patron = panel.start(threads);
    CompletableFuture<Void> _ = exit.thenAccept(_ -> patron.panelSeen(false));
    return patron;
  }

  private SyncDesk sync(Threads threads) {
    Services services = parts.services();
    SyncDesk sync = new SyncDesk(
        services.engine(),
        services.connector()::presence,
        seen -> LOG.debug("{}", seen),
        broken -> {
          LOG.error("the store can only be opened anew", broken);
          threads.exit(RunningKiosk.DEVICE_FAILED);
        },
        services.firstSync());
    threads.loop("sync", SYNC_LIMIT, () -> {
      sync.work();
      return null;
    });
    return sync;
  }

  private static void scanned(ScannerEvent event, TerminalDialogue terminal) {
    switch (event) {
      case ScannerEvent.Scanned(var scan) -> terminal.scanned(scan.text());
      case ScannerEvent.Rejected(var reason) -> LOG.info("no scan: {}", reason);
      case ScannerEvent.Lost(String reason) -> LOG.warn("the scanner is gone: {}", reason);
      case ScannerEvent.Ready _ -> LOG.info("the scanner is there");
    }
  }

  private Workplace workplace(SyncDesk sync, PatronFacing patron, Duration leaving) {
    Services services = parts.services();
    return new Workplace(
        offered(parts.settings()),
        Long.toString(services.store().epoch()),
        parts.registry(),
        services.lending(),
        outbox(services.store(), sync),
        parts.reader(),
        services.jpki(),
        services.identification(),
        parts.certificates(),
        services.barcodes(),
        !(parts.scanner() instanceof NoScanner),
        parts.cardStop(),
        parts.keyWanted(),
        patron,
        leaving,
        services.audit()::write,
        parts.clock(),
        new SecureRandom(),
        System::nanoTime);
  }

  private static Outbox outbox(Store store, SyncDesk sync) {
    return new Outbox() {
      @Override
      public int waiting() throws StoreException {
        return store.outboxCounts().pending();
      }

      @Override
      public void nudge(boolean online) {
        sync.nudge(online);
      }
    };
  }

  private static Set<CounterTask> offered(CounterSettings settings) {
    Set<CounterTask> offered = EnumSet.noneOf(CounterTask.class);
    for (CounterSettings.Task task : settings.tasks()) {
      offered.add(
          switch (task) {
            case LEND -> CounterTask.LEND;
            case TAKE_BACK -> CounterTask.TAKE_BACK;
            case PATRON -> CounterTask.PATRON;
            case LINK -> CounterTask.LINK;
            case UNLINK -> CounterTask.UNLINK;
            case MIGRATE -> CounterTask.MIGRATE;
            case REGISTER -> CounterTask.REGISTER;
            case RENEW -> CounterTask.RENEW;
            case CASES -> CounterTask.CASES;
            case SHOW_PERSON -> CounterTask.SHOW_PERSON;
            case ERASE_PERSON -> CounterTask.ERASE_PERSON;
          });
    }
    return offered;
  }
}
