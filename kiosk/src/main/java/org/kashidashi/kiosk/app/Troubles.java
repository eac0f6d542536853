package org.kashidashi.kiosk.app;

import java.io.IOException;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.identity.TrustStoreException;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person in one message why a command failed; a mistake of ours keeps its trace. */
final class Troubles implements IExecutionExceptionHandler {
  /** sysexits.h: EX_CONFIG. */
  static final int CONFIGURATION = 78;

  /** sysexits.h: EX_IOERR. */
  static final int FILES = 74;

  /** As other commands end that were refused what they asked for. */
  private static final int REFUSED = 1;

  @Override
  public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (trouble) {
      case ConfigurationException mistakes -> say(command, mistakes, CONFIGURATION);
      case StoreException store -> say(command, store, FILES);
      case TrustStoreException trust -> say(command, trust, FILES);
      case IdentityFileException identity -> say(command, identity, FILES);
      case EnrolmentException.NotAnswered central -> say(command, central, FILES);
      case EnrolmentException refused -> say(command, refused, REFUSED);
      case CardException reader -> say(command, reader, FILES);
      case DisplayException panel -> say(command, panel, FILES);
      case IOException files -> say(command, files, FILES);
      default -> throw trouble;
    };
  }

  private static int say(CommandLine command, Exception trouble, int code) {
    command.getErr().println(command.getColorScheme().errorText(trouble.getMessage()));
    return code;
  }
}
