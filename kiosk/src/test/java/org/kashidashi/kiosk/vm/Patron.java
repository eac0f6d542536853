package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.sim.VirtualCcidLink;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** Somebody who borrows at the machine, with hands and eyes only. */
final class Patron {
  /** Far more than it takes, for machines that are emulated on busy ones. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  static final String FIRST_SCREEN = "本を借りるかたは";
  static final String LENT = "済";
  static final String ONLINE = "通信:正常";
  static final String OFFLINE = "通信:切れています";

  /** A kiosk with nothing to send looks every minute whether the library system answers. */
  static final Duration ONLINE_LIMIT = Duration.ofSeconds(150);

  /** A session was cut off. */
  private static final String CUT_SHORT = "E-306";

  private static final String UNTITLED = "(書名不明)";
  private static final String READ_CARD = "マイナンバーカード読取";
  private static final String SCAN_BOOKS = "本のバーコードを読ませてください";

  /** The library system does not answer, and the patron is not known to the kiosk. */
  private static final String NOT_CHECKED = "E-126";

  private final Machine machine;
  private final Path pictures;

  Patron(Machine machine, Path pictures) {
    this.machine = machine;
    this.pictures = pictures;
  }

  /** Identifies with a My Number Card; the card lies on the reader no longer than it has to. */
  void showCard(HostLibrary library, int holder) throws Exception {
    Glass glass = machine.glass();
    awaitInvitation();
    keep("s0");
    glass.touch("開始", LIMIT);
    glass.await("カードを置いてください", LIMIT);
    keep("s1-place-card");
    try (VirtualCcidLink card = insert(library, holder)) {
      glass.await("カードがあります", LIMIT);
      keep("s1-card-there");
      glass.touch(READ_CARD, LIMIT);
      glass.await("カードをお取りください", LIMIT);
      keep("s3-take-card");
      if (card.received().isEmpty()) {
        throw new ProofFailedException("the card was taken for read, but nobody asked it anything");
      }
    }
    glass.await(SCAN_BOOKS, LIMIT);
    keep("s4-scan-books");
  }

  private VirtualCcidLink insert(HostLibrary library, int holder) throws IOException {
    return VirtualCcidLink.insert(library.card(holder), machine.cardSocket());
  }

  /** Identifies with the library card of the holder, once the library system answers. */
  void showLibraryCard(int holder) throws Exception {
    awaitInvitation();
    Glass glass = machine.glass();
    // A kiosk that has just been enrolled may not have met the library system yet: it says so, and
    // whoever is told tries again.
    Patience.until("'%s' on the panel".formatted(SCAN_BOOKS), ONLINE_LIMIT, () -> {
      if (glass.shows(NOT_CHECKED)) {
        goBack();
      }
      if (glass.shows(FIRST_SCREEN)) {
        machine.scan(ProofLibrary.PATRONS.get(holder - 1));
        Patience.until(
            "an answer to the library card",
            LIMIT,
            () -> Optional.of(glass.shows(SCAN_BOOKS) || glass.shows(NOT_CHECKED)));
      }
      return Optional.of(glass.shows(SCAN_BOOKS));
    });
  }

  /** The same, whether the library system answers or not. */
  void scanLibraryCard(int holder) throws Exception {
    machine.glass().await(FIRST_SCREEN, LIMIT);
    machine.scan(ProofLibrary.PATRONS.get(holder - 1));
    machine.glass().await(SCAN_BOOKS, LIMIT);
  }

  /** Where the last start was cut off in the middle of a loan, the screen says so before. */
  void awaitFirstScreen(Duration limit) throws Exception {
    Glass glass = machine.glass();
    Patience.until("'%s' on the panel".formatted(FIRST_SCREEN), limit, () -> {
      if (glass.shows(CUT_SHORT)) {
        keep("e-306");
        glass.touch("最初に戻る", LIMIT);
        // A second touch would meet another button of the screen that comes.
        Patience.until(
            "the end of " + CUT_SHORT, LIMIT, () -> Optional.of(!glass.shows(CUT_SHORT)));
      }
      return Optional.of(glass.shows(FIRST_SCREEN));
    });
  }

  /** Nobody is known to a new kiosk before the library system has answered once. */
  private void awaitInvitation() throws Exception {
    machine.glass().await(FIRST_SCREEN, LIMIT);
    machine.glass().await(ONLINE, ONLINE_LIMIT);
  }

  /** Tries to use the card reader; sooner or later the screen says this code. */
  void tryCardUntil(String code) throws Exception {
    Glass glass = machine.glass();
    glass.await(FIRST_SCREEN, LIMIT);
    glass.touch("開始", LIMIT);
    glass.touch(READ_CARD, LIMIT);
    glass.await(code, LIMIT);
  }

  /** Leaves the screen of a refusal. */
  void goBack() throws Exception {
    machine.glass().touch("最初に戻る", LIMIT);
    machine.glass().await(FIRST_SCREEN, LIMIT);
  }

  /** Tries it with a library card; sooner or later the screen says this code, to stay with it. */
  void tryUntil(String code) throws Exception {
    Patience.until("'%s' on the panel".formatted(code), LIMIT, () -> {
      if (machine.glass().shows(FIRST_SCREEN)) {
        machine.scan(ProofLibrary.PATRONS.getFirst());
      }
      return Optional.of(machine.glass().shows(code));
    });
  }

  /** Scans a book, and sees that it is lent. */
  void borrow(int item) throws Exception {
    borrow(item, ProofLibrary.title(item));
  }

  /** The same without the library system, from which titles come; it has to be the first book. */
  void borrowUntitled(int item) throws Exception {
    borrow(item, UNTITLED);
  }

  private void borrow(int item, String title) throws Exception {
    machine.scan(ProofLibrary.barcode(item));
    Patience.until(
        "'%s' beside %s".formatted(LENT, title),
        LIMIT,
        () -> Optional.of(machine.glass().showsInOneRow(title, LENT)));
  }

  void finishWithReceipt() throws Exception {
    keep("s4-lent");
    machine.glass().touch("レシートを出して終わる", LIMIT);
    close();
  }

  void finish() throws Exception {
    // The button's text is broken into two lines where it has many neighbours.
    machine.glass().touch("なしで終わる", LIMIT);
    close();
  }

  private void close() throws Exception {
    machine.glass().await("借りました", LIMIT);
    keep("s6-finished");
    machine.glass().touch("終了", LIMIT);
    machine.glass().await(FIRST_SCREEN, LIMIT);
  }

  void keep(String name) throws Exception {
    machine.glass().keep(pictures, name);
  }
}
