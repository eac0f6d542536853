package org.kashidashi.kiosk.diagnosis.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Bounded lines over a socket, within bounded times.
 *
 * <p>One thread reads, another one may write.
 */
final class LineChannel implements AutoCloseable {
  private static final int CHUNK = 4_096;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private final LongSupplier nanoTime;
  private final int longest;
  private ByteBuffer line;

  /**
   * @param longest bytes of a line that is read
   */
  LineChannel(SocketChannel channel, int longest, LongSupplier nanoTime) throws IOException {
    this.channel = channel;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.line = ByteBuffer.allocate(Math.min(CHUNK, longest));
    channel.configureBlocking(false);
    this.readable = Selector.open();
    this.writable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  /**
   * Waits for a whole line.
   *
   * @return empty at the end
   * @throws IOException also if the line is too long, is no UTF-8, or does not come in time
   */
  Optional<String> read(Duration limit) throws IOException, InterruptedException {
    long end = nanoTime.getAsLong() + limit.toNanos();
    Optional<String> ready = taken();
    while (ready.isEmpty()) {
      await(readable, end);
      if (!line.hasRemaining()) {
        grow();
      }
      if (channel.read(line) < 0) {
        return Optional.empty();
      }
      ready = taken();
    }
    return ready;
  }

  /** Waits until the other side has gone, or says more than it may. */
  void awaitEnd(Duration limit) throws IOException, InterruptedException {
    long end = nanoTime.getAsLong() + limit.toNanos();
    await(readable, end);
    int _ = channel.read(ByteBuffer.allocate(1));
  }

  void write(String text, Duration limit) throws IOException, InterruptedException {
    long end = nanoTime.getAsLong() + limit.toNanos();
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(writable, end);
      }
    }
  }

  private static void requireGoing() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("broken off");
    }
  }

  private void await(Selector selector, long endNanos) throws IOException, InterruptedException {
    requireGoing();
    long left = (endNanos - nanoTime.getAsLong()) / NANOS_PER_MILLI;
    if (left <= 0) {
      throw new InterruptedIOException("the other side of the socket does not answer");
    }
    selector.select(left);
    selector.selectedKeys().clear();
    requireGoing();
  }

  private void grow() throws IOException {
    if (line.capacity() >= longest) {
      throw new IOException("a line of more than %d bytes".formatted(longest));
    }
    ByteBuffer wider = ByteBuffer.allocate(Math.min(longest, 4 * line.capacity()));
    line.flip();
    line = wider.put(line);
  }

  private Optional<String> taken() throws IOException {
    for (int index = 0; index < line.position(); index++) {
      if (line.get(index) == '\n') {
        ByteBuffer text = line.duplicate().flip().limit(index);
        String taken = decoded(text);
        line.flip().position(index + 1);
        line.compact();
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }

  private static String decoded(ByteBuffer text) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
  }

  @Override
  public void close() throws IOException {
    try (readable;
        writable) {
      channel.close();
    }
  }
}
