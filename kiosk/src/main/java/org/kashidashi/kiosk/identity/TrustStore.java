package org.kashidashi.kiosk.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the trust anchors in a directory, one DER file each, named by its SHA-256.
 *
 * <p>Each use looks at the directory and reads it again when it has changed, so an import takes
 * effect without a restart. A file that the rules do not admit is not trusted, whoever put it there.
 *
 * <p>Any thread: what was read is replaced as a whole.
 */
public final class TrustStore implements Anchors {
  /** Generations overlap by two or three; more files are a mistake, and cost time at each card. */
  static final int MOST_FILES = 16;

  private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);
  private static final String SUFFIX = ".der";

  private final Path directory;
  private final AnchorRules rules;
  private volatile Content content = Content.NOTHING;

  public TrustStore(Path directory, AuthorityScope scope) {
    this.directory = directory;
    this.rules = new AnchorRules(scope);
  }

  private record Stamp(String name, long size, FileTime modified) {}

  private record Content(List<Stamp> stamps, List<TrustAnchor> anchors, List<String> problems) {
    static final Content NOTHING = new Content(List.of(), List.of(), List.of());
  }

  @Override
  public List<TrustAnchor> current() {
    return refreshed().anchors();
  }

  /** Why files of the directory are not trusted, one sentence each. */
  public List<String> problems() {
    return refreshed().problems();
  }

  /** Durable when it returns: written beside, flushed, and renamed. */
  void add(TrustAnchor anchor) throws TrustStoreException {
    Path file = file(anchor.fingerprint());
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file) && stamps().size() >= MOST_FILES) {
        throw new TrustStoreException(
            "'%s' holds %d files already, the most there may be; remove one"
                .formatted(directory, MOST_FILES));
      }
      DurableFile.write(file, anchor.der(), DurableFile.PUBLIC);
    } catch (IOException failure) {
      throw new TrustStoreException("cannot write '%s'".formatted(file), failure);
    }
  }

  /** Returns false if there is no such anchor. Durable when it returns. */
  public boolean remove(Fingerprint fingerprint) throws TrustStoreException {
    Path file = file(fingerprint);
    try {
      return DurableFile.delete(file);
    } catch (IOException failure) {
      throw new TrustStoreException("cannot remove '%s'".formatted(file), failure);
    }
  }

  AnchorRules rules() {
    return rules;
  }

  private Path file(Fingerprint fingerprint) {
    return directory.resolve(fingerprint.hex() + SUFFIX);
  }

  private Content refreshed() {
    Content last = content;
    try {
      List<Stamp> stamps = stamps();
      if (stamps.equals(last.stamps())) {
        return last;
      }
      Content fresh = load(stamps);
      content = fresh;
      fresh.problems().forEach(LOG::warn);
      LOG.info("{} trust anchors in {}", fresh.anchors().size(), directory);
      return fresh;
    } catch (IOException unreadable) {
      if (unreadable instanceof NoSuchFileException && Files.notExists(directory)) {
        return Content.NOTHING;
      }
      // Without the directory nothing can be trusted: the patron is sent to the staff.
      LOG.warn("Cannot read the trust anchors in {}", directory, unreadable);
      return new Content(List.of(), List.of(), List.of("'%s' cannot be read".formatted(directory)));
    }
  }

  private List<Stamp> stamps() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, TrustStore::counts)) {
      List<Stamp> stamps = new ArrayList<>();
      for (Path file : files) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.add(new Stamp(
            String.valueOf(file.getFileName()), attributes.size(), attributes.lastModifiedTime()));
      }
      stamps.sort((one, other) -> one.name().compareTo(other.name()));
      return stamps;
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
  }

  private static boolean counts(Path file) {
    return !file.toString().endsWith(DurableFile.UNFINISHED);
  }

  private Content load(List<Stamp> stamps) throws IOException {
    List<TrustAnchor> anchors = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Stamp stamp : stamps.subList(0, Math.min(stamps.size(), MOST_FILES))) {
      try {
        anchors.add(load(stamp.name()));
      } catch (AnchorRefusedException refused) {
        problems.add(untrusted(stamp, refused.reason()));
      } catch (MalformedCertificateException malformed) {
        problems.add(untrusted(stamp, malformed.reason()));
      }
    }
    if (stamps.size() > MOST_FILES) {
      problems.add("'%s' holds %d files, only the first %d are read; remove some"
          .formatted(directory, stamps.size(), MOST_FILES));
    }
    return new Content(stamps, List.copyOf(anchors), List.copyOf(problems));
  }

  private String untrusted(Stamp stamp, String reason) {
    return "'%s' is not trusted: %s".formatted(directory.resolve(stamp.name()), reason);
  }

  private TrustAnchor load(String name)
      throws IOException, AnchorRefusedException, MalformedCertificateException {
    byte[] der;
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      der = in.readNBytes(ParsedCertificate.LONGEST + 1);
    }
    String right = Fingerprint.of(der).hex() + SUFFIX;
    if (!name.equals(right)) {
      throw new AnchorRefusedException(
          "its name is not its SHA-256 (%s); it was changed, or not imported".formatted(right));
    }
    return TrustAnchor.admit(ParsedCertificate.parse(der), rules);
  }
}
