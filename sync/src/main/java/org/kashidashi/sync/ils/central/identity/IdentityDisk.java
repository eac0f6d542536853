package org.kashidashi.sync.ils.central.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The steps by which the identity file is replaced; the power may fail between any two of them.
 *
 * <p>None follows a symbolic link: root may run them in a folder that another user owns.
 */
interface IdentityDisk {
  /** Makes a folder that its owner alone may enter, unless it is there. */
  void makeFolder(Path folder, UserPrincipal owner) throws IOException;

  /** Makes an empty file that its owner alone may read. */
  void create(Path file, UserPrincipal owner) throws IOException;

  /** Writes the content, and waits until it is on the disk. */
  void write(Path file, byte[] content) throws IOException;

  /** Puts a file in the place of another, at once. */
  void rename(Path from, Path to) throws IOException;

  /** Waits until the names in a folder are on the disk. */
  void flush(Path folder) throws IOException;

  /** Removes a file if it is there. */
  void remove(Path file) throws IOException;
}
