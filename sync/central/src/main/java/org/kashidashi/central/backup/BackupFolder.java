package org.kashidashi.central.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a backup consists of; the sums are as {@code sha256sum --check} reads them. */
record BackupFolder(Path folder) {
  private static final String SUMS = "SHA256SUMS";
  private static final String BETWEEN = "  ";

  Path database() {
    return folder.resolve("central.db");
  }

  Path key() {
    return folder.resolve("central.db.key");
  }

  Path authority() {
    return folder.resolve("authority.pem");
  }

  void writeSums() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files()) {
      text.append(sum(file)).append(BETWEEN).append(file.getFileName()).append('\n');
    }
    OwnerFiles.write(sums(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  void check() throws BackupException, IOException {
    if (!Files.isRegularFile(sums()) || !Files.exists(database()) || !Files.exists(key())) {
      throw new BackupException(
          "'%s' is no backup of central: name a folder that 'central backup' made"
              .formatted(folder));
    }
    StringBuilder expected = new StringBuilder();
    for (Path file : files()) {
      expected.append(sum(file)).append(BETWEEN).append(file.getFileName()).append('\n');
    }
    if (!Files.readString(sums()).contentEquals(expected)) {
      throw new BackupException(
          "backup '%s' is damaged: its files do not fit %s; take another".formatted(folder, SUMS));
    }
  }

  private Path sums() {
    return folder.resolve(SUMS);
  }

  private List<Path> files() {
    return Stream.of(authority(), database(), key()).filter(Files::exists).toList();
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
