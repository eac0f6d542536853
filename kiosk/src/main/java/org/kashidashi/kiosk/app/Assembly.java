package org.kashidashi.kiosk.app;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.loop.AccountDesk;
import org.kashidashi.kiosk.loop.CardDesk;
import org.kashidashi.kiosk.loop.EffectRunner;
import org.kashidashi.kiosk.loop.GuardDesk;
import org.kashidashi.kiosk.loop.Outages;
import org.kashidashi.kiosk.loop.PatronDesk;
import org.kashidashi.kiosk.loop.PracticeDesk;
import org.kashidashi.kiosk.loop.ScannerDesk;
import org.kashidashi.kiosk.loop.Scheduler;
import org.kashidashi.kiosk.loop.ScreenSink;
import org.kashidashi.kiosk.loop.SessionLoop;
import org.kashidashi.kiosk.loop.SignalDesk;
import org.kashidashi.kiosk.loop.SlipDesk;
import org.kashidashi.kiosk.loop.SpeechDesk;
import org.kashidashi.kiosk.loop.SwitchDesk;
import org.kashidashi.kiosk.loop.SyncDesk;
import org.kashidashi.kiosk.loop.Workers;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.OtherLoans;
import org.kashidashi.kiosk.screen.Paper;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.SlipWords;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.view.CellTypesetting;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.screen.view.SpeechScript;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.store.StoreException;

/**
 * The wired kiosk, without threads of its own: whoever holds it runs its loop and its desks, on
 * threads or on one.
 */
public record Assembly(
    SessionLoop loop,
    PatronDesk patrons,
    Outages outages,
    CardDesk cards,
    ScannerDesk scanner,
    SwitchDesk switches,
    GuardDesk guard,
    SyncDesk sync,
    EffectRunner effects,
    SignalDesk signals) {

  /**
   * How the kiosk looks and behaves.
   *
   * @param slips what is printed
   */
  public record Manner(
      SessionRules rules, Catalogue catalogue, Site site, Theme theme, Slips slips) {}

  /**
   * What is printed for patrons.
   *
   * @param printed whether anything can be printed at all
   * @param titles whether titles stand on slips
   * @param allLoans whether receipts list what the patron had on loan before
   */
  public record Slips(boolean printed, boolean titles, boolean allLoans) {
    public static Slips standard() {
      return new Slips(true, true, false);
    }
  }

  /**
   * What the kiosk runs on.
   *
   * @param clock the wall clock, in the library's time zone
   * @param nanoTime runs on evenly, whatever the clock does
   * @param storeBroken told once the store can only be opened anew
   */
  public record Ground(
      Workers workers,
      Scheduler scheduler,
      Clock clock,
      LongSupplier nanoTime,
      Consumer<StoreException> storeBroken,
      Watch watch) {
    /** Where nobody looks on. */
    public Ground(
        Workers workers,
        Scheduler scheduler,
        Clock clock,
        LongSupplier nanoTime,
        Consumer<StoreException> storeBroken) {
      this(workers, scheduler, clock, nanoTime, storeBroken, Watch.nobody());
    }
  }

  /** Who looks on while the kiosk works. Any thread; returns at once. */
  public interface Watch {
    void saw(SessionEvent event);

    void happened(Occurrence occurrence);

    static Watch nobody() {
      return new Watch() {
        @Override
        public void saw(SessionEvent event) {
          // Nobody is told.
        }

        @Override
        public void happened(Occurrence occurrence) {
          // Nobody is told.
        }
      };
    }
  }

  public static Assembly of(
      Manner manner,
      ScreenView view,
      ScreenSink sink,
      Devices devices,
      Services services,
      Ground ground) {
    Workers workers = ground.workers();
    SignalDesk signals = new SignalDesk(devices.signal(), workers.signalling());
    ScreenSink sinks = (screen, frame) -> {
      sink.show(screen, frame);
      signals.show(screen, frame);
    };
    SpeechDesk speech =
        new SpeechDesk(new SpeechScript(manner.catalogue(), manner.site()), devices.speech());
    SessionLoop loop = new SessionLoop(
        manner.rules(),
        view,
        sinks,
        speech,
        ground.scheduler(),
        ground.nanoTime(),
        manner.slips().printed());
    Consumer<SessionEvent> events = event -> {
      ground.watch().saw(event);
      loop.offer(event);
    };
    Outages outages = new Outages(events);
    PatronDesk patrons = new PatronDesk(
        workers.lending(),
        services.identification(),
        services.lending(),
        outages.cause(),
        ground.scheduler(),
        ground.clock(),
        Integer.toString(services.store().epoch()),
        ground.storeBroken());
    CardDesk cards = new CardDesk(devices.reader(), services.jpki(), events, patrons::cardRead);
    SlipDesk slips = new SlipDesk(
        workers.printing(),
        devices.printer(),
        slipWords(manner, devices, services, ground.clock()),
        otherLoans(manner, services),
        events);
    SyncDesk sync = new SyncDesk(
        services.engine(),
        services.connector()::presence,
        events,
        ground.storeBroken(),
        services.firstSync());
    EffectRunner effects = new EffectRunner(
        cards,
        patrons,
        new AccountDesk(workers.lending(), services.connector(), outages.cause()),
        new PracticeDesk(loop::offer, ground.clock()),
        slips,
        signals,
        sync,
        workers.auditing(),
        occurrence -> {
          ground.watch().happened(occurrence);
          services.audit().write(new AuditRecord.Happened(occurrence));
        });
    ScannerDesk scanner = new ScannerDesk(devices.scanner(), services.barcodes()::read, events);
    SwitchDesk switches = new SwitchDesk(devices.switches(), events);
    GuardDesk guard = new GuardDesk(devices.guard(), events);
    return new Assembly(
        loop, patrons, outages, cards, scanner, switches, guard, sync, effects, signals);
  }

  private static SlipWords slipWords(
      Manner manner, Devices devices, Services services, Clock clock) {
    Paper paper = new Paper(
        new CellTypesetting(), devices.printer().columns(), manner.slips().titles());
    return new SlipWords(manner.catalogue(), manner.site(), paper, () -> {
      boolean trusted = services.clockState().get().trusted();
      return trusted ? Optional.of(LocalDateTime.now(clock)) : Optional.empty();
    });
  }

  private static Function<PatronId, OtherLoans> otherLoans(Manner manner, Services services) {
    if (!manner.slips().allLoans()) {
      return _ -> new OtherLoans.NotWanted();
    }
    return patron -> switch (services.connector().loans(patron)) {
      case IlsReply.Found<List<LoanOut>>(var loans) -> new OtherLoans.Known(loans);
      case IlsReply.NotFound<List<LoanOut>> _, IlsReply.Unreachable<List<LoanOut>> _ ->
        new OtherLoans.Unknown();
    };
  }
}
