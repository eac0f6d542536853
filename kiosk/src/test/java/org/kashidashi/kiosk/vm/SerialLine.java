package org.kashidashi.kiosk.vm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Function;

/** One serial port of the machine, from outside: keeps what comes, and may answer at once. */
final class SerialLine implements AutoCloseable {
  private final SocketChannel channel;
  private final Function<byte[], byte[]> reply;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private SerialLine(SocketChannel channel, Function<byte[], byte[]> reply) {
    this.channel = channel;
    this.reply = reply;
  }

  /**
   * Takes the line.
   *
   * @param reply what to answer to what has just come; empty for nothing
   */
  static SerialLine connect(Path socket, Function<byte[], byte[]> reply) throws IOException {
    SerialLine line = new SerialLine(SocketChannel.open(UnixDomainSocketAddress.of(socket)), reply);
    Thread.ofPlatform().daemon().name("serial").start(line::listen);
    return line;
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Everything that has come since the last {@link #forget}. */
  synchronized byte[] received() {
    return received.toByteArray();
  }

  synchronized void forget() {
    received.reset();
  }

  private synchronized void keep(byte[] bytes) {
    received.writeBytes(bytes);
  }

  private void listen() {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    try {
      while (channel.read(buffer) >= 0) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        buffer.clear();
        keep(bytes);
        send(reply.apply(bytes));
      }
    } catch (IOException gone) {
      // What came before the machine went is still there to be read.
      buffer.clear();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
