package org.kashidashi.sync.ils.central.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a kiosk's identity in one file, {@code identity/identity.pem} in the state directory.
 *
 * <p>It is replaced as a whole: a power cut leaves the old one or the new one. Several processes may
 * use it at once. Any thread.
 */
public final class IdentityFile {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
  private static final String FOLDER = "identity";
  private static final String FILE = "identity.pem";
  private static final String DRAFT = "identity.pem.new";
  private static final String PENDING = "pending.pem";
  private static final String PENDING_DRAFT = "pending.pem.new";
  private static final String LOCK = "identity.lock";
  private static final int LONGEST = 32 * 1024;
  private static final List<String> PENDING_BLOCKS = List.of("PRIVATE KEY", "PUBLIC KEY");
  private static final List<String> BLOCKS = List.of("PRIVATE KEY", "CERTIFICATE", "CERTIFICATE");

  private final Path stateDirectory;
  private final Path file;
  private final IdentityDisk disk;

  /** Changes whenever the file does, its mode and owner included. */
  public record Stamp(Map<String, Object> attributes) {}

  public IdentityFile(Path stateDirectory) {
    this(stateDirectory, new PosixDisk());
  }

  IdentityFile(Path stateDirectory, IdentityDisk disk) {
    this.stateDirectory = stateDirectory;
    this.file = stateDirectory.resolve(FOLDER).resolve(FILE);
    this.disk = disk;
  }

  /** Which file is there now; empty if there is none. */
  public Optional<Stamp> stamp() throws IdentityFileException {
    try {
      return Optional.of(new Stamp(Files.readAttributes(file, "unix:ino,size,ctime")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new IdentityFileException("'%s' cannot be looked at (%s)".formatted(file, failure));
    }
  }

  /** Empty if the kiosk was never enrolled. */
  public Optional<KioskIdentity> read() throws IdentityFileException {
    byte[] content;
    try {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      if (!mode.endsWith("------")) {
        throw new IdentityFileException(
            "'%s' may be used by others (%s); set its mode to 0600".formatted(file, mode));
      }
      try (InputStream in = Files.newInputStream(file)) {
        content = in.readNBytes(LONGEST + 1);
      }
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new IdentityFileException(
          "'%s' cannot be read (%s); see who owns it".formatted(file, failure), failure);
    }
    try {
      return Optional.of(parse(content));
    } catch (UnfitCertificateException damaged) {
      throw new IdentityFileException(
          "'%s' is damaged: %s; restore it, or move it away and enrol this kiosk again"
              .formatted(file, damaged.getMessage()),
          damaged);
    }
  }

  /**
   * The key with which to enrol: that of an enrolment which has not come to its end, else a new one.
   * Durable when it returns, so that whoever gets the same answer again can use it.
   */
  public IdentityRequest request(String kiosk, SecureRandom random) throws IdentityFileException {
    return locked(() -> {
      Optional<IdentityRequest> pending = pending(kiosk);
      if (pending.isPresent()) {
        return pending.get();
      }
      IdentityRequest request = IdentityRequest.create(kiosk, random);
      replace(
          PENDING,
          PENDING_DRAFT,
          Pem.write(List.of(
              new Pem.Block(PENDING_BLOCKS.get(0), request.pair().getPrivate().getEncoded()),
              new Pem.Block(PENDING_BLOCKS.get(1), request.pair().getPublic().getEncoded()))));
      return request;
    });
  }

  /** A file that cannot be used is none: no certificate hangs on it that cannot be had anew. */
  private Optional<IdentityRequest> pending(String kiosk)
      throws IOException, IdentityFileException {
    Path path = file.resolveSibling(PENDING);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      List<byte[]> blocks = Pem.read(in.readNBytes(LONGEST), PENDING_BLOCKS);
      KeyPair pair = new KeyPair(publicKey(blocks.get(1)), key(blocks.get(0)));
      // The power failed when the identity was in place already: its key is not used twice.
      boolean used = read()
          .filter(identity -> identity.certificate().getPublicKey().equals(pair.getPublic()))
          .isPresent();
      return used || !KioskIdentity.belongTogether(pair.getPrivate(), pair.getPublic())
          ? Optional.empty()
          : Optional.of(new IdentityRequest(kiosk, pair));
    } catch (UnfitCertificateException damaged) {
      LOG.warn("'{}' is damaged ({}), so a new key is made", path, damaged.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Puts the identity of a new enrolment in place, whatever was there. Durable when it returns.
   *
   * <p>A file that cannot be understood is not overwritten: somebody has to look at it.
   */
  public void enrol(KioskIdentity identity) throws IdentityFileException {
    boolean _ = locked(() -> {
      Optional<KioskIdentity> _ = read();
      replace(identity);
      disk.remove(file.resolveSibling(PENDING));
      return true;
    });
  }

  /**
   * Puts a renewed identity in the place of the one that it was made from. Durable when it returns.
   *
   * @return false if another one is there meanwhile: the kiosk was enrolled anew, which counts more
   */
  public boolean renew(KioskIdentity from, KioskIdentity to) throws IdentityFileException {
    return locked(() -> {
      Optional<KioskIdentity> now = read();
      if (now.isEmpty() || !now.get().isSame(from)) {
        return false;
      }
      replace(to);
      return true;
    });
  }

  @FunctionalInterface
  private interface Change<T> {
    T make() throws IOException, IdentityFileException;
  }

  private <T> T locked(Change<T> change) throws IdentityFileException {
    Path folder = file.resolveSibling("");
    try {
      if (!Files.isDirectory(stateDirectory)) {
        throw new IdentityFileException(
            "there is no state directory '%s'; make it, owned by the user that runs the kiosk"
                .formatted(stateDirectory));
      }
      UserPrincipal owner = Files.getOwner(stateDirectory);
      disk.makeFolder(folder, owner);
      makeLock(owner);
      try (FileChannel channel = FileChannel.open(
              file.resolveSibling(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock lock = Objects.requireNonNull(channel.lock())) {
        assert lock.isValid();
        return change.make();
      }
    } catch (OverlappingFileLockException busy) {
      throw new IdentityFileException("'%s' is being replaced already".formatted(file), busy);
    } catch (IOException failure) {
      throw new IdentityFileException(
          "'%s' cannot be replaced (%s); see that there is room, and run this as root or as the"
                  .formatted(file, failure)
              + " owner of the state directory",
          failure);
    }
  }

  private void makeLock(UserPrincipal owner) throws IOException {
    Path lock = file.resolveSibling(LOCK);
    if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
      try {
        disk.create(lock, owner);
      } catch (FileAlreadyExistsException raced) {
        // The other process has made the very same.
        assert Files.exists(lock, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private void replace(KioskIdentity identity) throws IOException {
    replace(
        FILE,
        DRAFT,
        Pem.write(List.of(
            new Pem.Block(BLOCKS.get(0), identity.key().getEncoded()),
            new Pem.Block(BLOCKS.get(1), encoded(identity.certificate())),
            new Pem.Block(BLOCKS.get(2), encoded(identity.authority())))));
  }

  private void replace(String name, String draftName, byte[] content) throws IOException {
    Path draft = file.resolveSibling(draftName);
    // What a power cut left; nobody else writes while the lock is held.
    disk.remove(draft);
    disk.create(draft, Files.getOwner(stateDirectory));
    disk.write(draft, content);
    disk.rename(draft, file.resolveSibling(name));
    disk.flush(file.resolveSibling(""));
    disk.flush(stateDirectory);
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was parsed has an encoding", e);
    }
  }

  private static KioskIdentity parse(byte[] content) throws UnfitCertificateException {
    if (content.length > LONGEST) {
      throw new UnfitCertificateException("it is longer than %d bytes".formatted(LONGEST));
    }
    List<byte[]> blocks = Pem.read(content, BLOCKS);
    return KioskIdentity.of(
        key(blocks.get(0)), Certificates.parse(blocks.get(1)), Certificates.parse(blocks.get(2)));
  }

  private static PublicKey publicKey(byte[] x509) throws UnfitCertificateException {
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(x509));
    } catch (GeneralSecurityException malformed) {
      throw new UnfitCertificateException("its public key is malformed", malformed);
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws UnfitCertificateException {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException malformed) {
      throw new UnfitCertificateException("its key is malformed", malformed);
    }
  }
}
