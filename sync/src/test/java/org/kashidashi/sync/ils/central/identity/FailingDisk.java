package org.kashidashi.sync.ils.central.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;

/** A disk on which the power fails in the middle of one step; after that nothing is done any more. */
final class FailingDisk implements IdentityDisk {
  private final IdentityDisk disk = new PosixDisk();
  private final int lastStep;
  private int steps;

  /**
   * @param lastStep how many steps are done whole
   */
  FailingDisk(int lastStep) {
    this.lastStep = lastStep;
  }

  /** Whether the power failed. */
  boolean failed() {
    return steps > lastStep;
  }

  @Override
  public void makeFolder(Path folder, UserPrincipal owner) throws IOException {
    step();
    disk.makeFolder(folder, owner);
  }

  @Override
  public void create(Path file, UserPrincipal owner) throws IOException {
    step();
    disk.create(file, owner);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (steps == lastStep) {
      disk.write(file, Arrays.copyOf(content, content.length / 2));
    }
    step();
    disk.write(file, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step();
    disk.rename(from, to);
  }

  @Override
  public void flush(Path folder) throws IOException {
    step();
    disk.flush(folder);
  }

  @Override
  public void remove(Path file) throws IOException {
    step();
    disk.remove(file);
  }

  private void step() throws IOException {
    steps++;
    if (failed()) {
      throw new IOException("the power failed");
    }
  }
}
