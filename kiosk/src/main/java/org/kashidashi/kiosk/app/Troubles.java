package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.util.function.Consumer;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.store.StoreException;

/** Tells a person in one message why a command failed; a mistake of ours keeps its trace. */
final class Troubles {
  /** sysexits.h: EX_CONFIG. */
  static final int CONFIGURATION = 78;

  /** sysexits.h: EX_IOERR. */
  static final int FILES = 74;

  /** As other commands end that were refused what they asked for. */
  private static final int REFUSED = 1;

  private Troubles() {}

  /**
   * Says what a person can do something about.
   *
   * @return the program's exit code
   * @throws Exception the trouble itself, if it is none of those
   */
  static int tell(Exception trouble, Consumer<String> out) throws Exception {
    int code = switch (trouble) {
      case ConfigurationException _, WordsCutException _, LogoException _ -> CONFIGURATION;
      case StoreException _,
          TrustStoreException _,
          IdentityFileException _,
          EnrolmentException.NotAnswered _,
          CardException _,
          DisplayException _,
          IOException _ -> FILES;
      case EnrolmentException _ -> REFUSED;
      default -> throw trouble;
    };
    out.accept(String.valueOf(trouble.getMessage()));
    return code;
  }
}
