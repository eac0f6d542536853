package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the smart-card service; it is dead for good once the service restarts. */
final class PcscContext implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PcscContext.class);

  private final PcscLibrary library;
  private final long handle;

  private PcscContext(PcscLibrary library, long handle) {
    this.library = library;
    this.handle = handle;
  }

  static PcscContext establish(PcscLibrary library) throws PcscException {
    return new PcscContext(library, library.establishContext());
  }

  List<String> readers() throws PcscException {
    return library.listReaders(handle);
  }

  SlotState await(SlotState known, Duration timeout) throws PcscException {
    return library.getStatusChange(handle, timeout, List.of(known)).getFirst();
  }

  List<SlotState> await(List<SlotState> known, Duration timeout) throws PcscException {
    return library.getStatusChange(handle, timeout, known);
  }

  PcscLibrary.Connected connect(String reader, long protocols) throws PcscException {
    return library.connect(handle, reader, protocols);
  }

  /** Ends a running wait. Any thread. */
  void cancel() {
    try {
      library.cancel(handle);
    } catch (PcscException e) {
      LOG.debug("nothing to cancel: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      library.releaseContext(handle);
    } catch (PcscException e) {
      // The service is gone, and the context with it.
      LOG.debug("context already gone: {}", e.getMessage());
    }
  }
}
