package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes up when something comes or goes in a folder, which itself may come later. Belongs to one
 * thread, except {@link #close}.
 */
final class FolderWatch implements AutoCloseable {
  /** Modified stands for the permissions too, which udev sets after the file has come. */
  private static final WatchEvent.Kind<?>[] CHANGES = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  private final Path folder;
  private final WatchService service;
  private boolean registered;

  FolderWatch(Path folder) {
    this.folder = folder;
    try {
      this.service = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      // The kernel has no inotify left for us: a mistake in the set-up of the machine.
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a change, at most this long; gives whether there was one. */
  boolean await(long nanos) {
    try {
      if (!registered) {
        register();
      }
      @Nullable WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
      if (key == null) {
        return false;
      }
      key.pollEvents();
      registered = key.reset();
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends a running wait. */
  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register() {
    try {
      folder.register(service, CHANGES);
      registered = true;
    } catch (IOException e) {
      registered = false; // the folder is not there yet: the next wait tries again
    }
  }
}
