package org.kashidashi.kiosk.diagnosis.wire;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import jdk.net.ExtendedSocketOptions;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets programs of the kiosk's own user ask it over a local socket.
 *
 * <p>Each connection has a thread of its own, and there are few of them: whoever keeps one open
 * holds up nobody but other technicians, and that for a bounded time.
 */
public final class DiagnosisServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiagnosisServer.class);

  /** A console on each of two lines, and one that was cut off. */
  static final int CONNECTIONS_MAXIMUM = 4;

  /** Whatever is wrong is not over at once. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Whoever connects has a question. */
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(5);

  private final ServerSocketChannel listening;
  private final Path socket;
  private final UserPrincipal owner;
  private final Diagnosis diagnosis;
  private final LongSupplier nanoTime;
  private final Semaphore room = new Semaphore(CONNECTIONS_MAXIMUM);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private DiagnosisServer(
      ServerSocketChannel listening,
      Path socket,
      UserPrincipal owner,
      Diagnosis diagnosis,
      LongSupplier nanoTime) {
    this.listening = listening;
    this.socket = socket;
    this.owner = owner;
    this.diagnosis = diagnosis;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the place of a socket that an earlier start has left behind.
   *
   * @param socket in a folder that is this user's alone
   * @param diagnosis stays the caller's to close; any number of threads may ask it
   */
  public static DiagnosisServer open(Path socket, Diagnosis diagnosis, LongSupplier nanoTime)
      throws IOException {
    if (Files.exists(socket)
        && !Files.readAttributes(socket, BasicFileAttributes.class).isOther()) {
      throw new IOException("%s is no socket; remove it".formatted(socket));
    }
    Files.deleteIfExists(socket);
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listening.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      DiagnosisServer server =
          new DiagnosisServer(listening, socket, Files.getOwner(socket), diagnosis, nanoTime);
      server.start("diagnosis", server::accept);
      return server;
    } catch (IOException | RuntimeException failure) {
      listening.close();
      throw failure;
    }
  }

  private void accept() {
    while (!closed && listening.isOpen()) {
      try {
        welcome(listening.accept());
      } catch (IOException failure) {
        if (!closed) {
          // As long as there are no descriptors left, for one.
          LOG.error("a technician was not heard", failure);
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private void welcome(SocketChannel caller) throws IOException {
    boolean taken = room.tryAcquire();
    boolean served = false;
    try {
      if (taken) {
        start("diagnosis-caller", () -> serve(caller));
        served = true;
      }
    } finally {
      if (taken && !served) {
        room.release();
      }
      if (!served) {
        caller.close();
      }
    }
  }

  private void serve(SocketChannel caller) {
    try (caller;
        LineChannel line = new LineChannel(caller, QuestionForm.LONGEST, nanoTime)) {
      requireOwner(caller);
      Optional<String> asked = line.read(QUESTION_LIMIT);
      if (asked.isPresent()) {
        new Conversation(line, diagnosis).answer(QuestionForm.read(asked.get()));
      }
    } catch (IOException | MalformedLineException failure) {
      LOG.info("a question was not answered: {}", String.valueOf(failure.getMessage()));
    } catch (InterruptedException end) {
      LOG.debug("a question was broken off", end);
    } finally {
      room.release();
    }
  }

  private void requireOwner(SocketChannel caller) throws IOException {
    UserPrincipal user = caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
    if (!user.equals(owner)) {
      throw new IOException("a program of user %s may not ask".formatted(user.getName()));
    }
  }

  private void start(String name, Runnable work) {
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
      try {
        work.run();
      } finally {
        threads.remove(Thread.currentThread());
      }
    });
    threads.add(thread);
    thread.start();
  }

  /** Ends what is under way, and removes the socket. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    try {
      listening.close();
      Files.deleteIfExists(socket);
    } catch (IOException failure) {
      LOG.warn("{} stays behind", socket, failure);
    }
  }
}
