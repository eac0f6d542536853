package org.kashidashi.central.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Files that nobody but their owner may see, there for good when a method returns. */
final class OwnerFiles {
  private static final FileAttribute<Set<PosixFilePermission>> FILE = rights("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = rights("rwx------");

  private OwnerFiles() {}

  static void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder, FOLDER);
  }

  static Path createFile(Path file) throws IOException {
    return Files.createFile(file, FILE);
  }

  static void write(Path file, byte[] bytes) throws IOException {
    Files.write(createFile(file), bytes);
    sync(file);
  }

  static void copy(Path from, Path to) throws IOException {
    write(to, Files.readAllBytes(from));
  }

  /** As {@link #copy}, without the whole in memory. */
  static void copyLarge(Path from, Path to) throws IOException {
    try (var out = Files.newOutputStream(createFile(to))) {
      Files.copy(from, out);
    }
    sync(to);
  }

  /** Of a file, its content; of a folder, the names in it. */
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void syncFolderOf(Path path) throws IOException {
    sync(Objects.requireNonNull(path.toAbsolutePath().getParent()));
  }

  /** With the folders in it. */
  static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.toList().reversed();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> rights(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
