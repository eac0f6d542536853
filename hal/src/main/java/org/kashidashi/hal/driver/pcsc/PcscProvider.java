package org.kashidashi.hal.driver.pcsc;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import javax.smartcardio.TerminalFactorySpi;

/**
 * Offers libpcsclite as a javax.smartcardio terminal factory.
 *
 * <p>The JDK's own provider keeps one context for the life of the process, which a restart of the
 * service kills for good, and shares cards. This one opens a context for each use. It is handed to
 * {@link TerminalFactory} and never registered.
 */
@SuppressWarnings("serial")
final class PcscProvider extends Provider {
  private static final String SERVICE = "TerminalFactory";
  private static final String TYPE = "PC/SC";

  private PcscProvider(PcscLibrary library) {
    super("KashidashiPcsc", "1", "PC/SC through libpcsclite, one context for each use");
    putService(new Service(this, SERVICE, TYPE, Factory.class.getName(), List.of(), Map.of()) {
      @Override
      public Object newInstance(Object parameter) {
        return new Factory(library);
      }
    });
  }

  static TerminalFactory factory(PcscLibrary library) {
    try {
      return TerminalFactory.getInstance(TYPE, null, new PcscProvider(library));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this provider offers " + TYPE, e);
    }
  }

  private static final class Factory extends TerminalFactorySpi {
    private final PcscLibrary library;

    Factory(PcscLibrary library) {
      this.library = library;
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new PcscTerminals(library);
    }
  }
}
