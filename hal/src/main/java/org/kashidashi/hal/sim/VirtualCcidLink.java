package org.kashidashi.hal.sim;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/**
 * Puts a software card on the USB reader of a virtual machine (QEMU's usb-ccid with
 * ccid-card-passthru), so that a real kernel, libccid and pcscd see it.
 *
 * <p>The machine listens, the card connects. Each message of this smart-card channel is type, reader
 * and length, four bytes each, big-endian, then the body. Both sides begin with Init; the card's
 * side adds a reader, which the machine acknowledges, then sends the answer to reset: the card is in.
 * CardRemove takes it out; the end of the connection does not.
 *
 * <p>The card runs on a thread of this link, which ends with {@link #close} or with the machine.
 */
public final class VirtualCcidLink implements AutoCloseable {
  private static final int INIT = 1;
  private static final int ERROR = 2;
  private static final int READER_ADD = 3;
  private static final int READER_REMOVE = 4;
  private static final int ATR = 5;
  private static final int CARD_REMOVE = 6;
  private static final int APDU = 7;
  private static final int FLUSH = 8;
  private static final int FLUSH_COMPLETE = 9;

  private static final byte[] MAGIC = "VSCD".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 2;
  private static final int NO_CAPABILITIES = 0;
  private static final int UNDEFINED_READER = 0xFFFFFFFF;
  private static final int ONLY_READER = 0;
  private static final byte[] READER_NAME = "card".getBytes(StandardCharsets.US_ASCII);

  /** An extended command APDU with all its length fields is the longest body that makes sense. */
  private static final int BODY_MAXIMUM = 65_536 + 16;

  private static final Duration INSERTION_LIMIT = Duration.ofSeconds(5);

  private final LinkedCard linked;
  private final SocketChannel channel;
  private final DataOutputStream out;
  private final CountDownLatch inserted = new CountDownLatch(1);
  private final Thread thread;

  private VirtualCcidLink(SimCard card, SocketChannel channel) {
    this.linked = new LinkedCard(card);
    this.channel = channel;
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    this.thread = Thread.ofPlatform().daemon().name("virtual-card").unstarted(this::serve);
  }

  /**
   * Puts the card into the reader whose channel listens at {@code socket}; it is in on return.
   *
   * @throws IOException if nothing listens there, or what listens does not take a card
   */
  public static VirtualCcidLink insert(SimCard card, Path socket) throws IOException {
    SocketChannel channel;
    try {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new IOException("no virtual machine's reader listens at " + socket, e);
    }
    VirtualCcidLink link = new VirtualCcidLink(card, channel);
    link.thread.start();
    if (!link.awaitInserted()) {
      link.close();
      throw new IOException("the reader at %s did not take the card within %d s"
          .formatted(socket, INSERTION_LIMIT.toSeconds()));
    }
    return link;
  }

  /**
   * Lets something go wrong with a later command.
   *
   * @param nth 1 for the next command
   */
  public void faultAt(int nth, CardFault fault) {
    linked.faultAt(nth, fault);
  }

  /** The commands that reached the card, oldest first, at most the last 4,096. */
  public List<CommandApdu> received() {
    return linked.received();
  }

  /** Whether the card is still in the reader: not after close, a pull, the end of the machine. */
  public boolean inserted() {
    return thread.isAlive();
  }

  /** Takes the card out of the reader. */
  @Override
  public void close() {
    leave();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitInserted() {
    try {
      return inserted.await(INSERTION_LIMIT.toNanos(), TimeUnit.NANOSECONDS) && !linked.hasLeft();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave() {
    boolean first = !linked.hasLeft();
    linked.leave();
    if (first) {
      sayGoodbye();
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("the connection to the reader cannot be closed", e);
    }
  }

  private void sayGoodbye() {
    try {
      send(CARD_REMOVE, ONLY_READER, new byte[0]);
      send(READER_REMOVE, ONLY_READER, new byte[0]);
    } catch (IOException e) {
      // The machine or its reader has gone first, and the card with it.
      inserted.countDown();
    }
  }

  private void serve() {
    try {
      // The channel is closed with the link, after its last words.
      DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
      sendInit();
      while (receive(in)) {
        // Each message is dealt with where it is read.
      }
    } catch (IOException e) {
      // Either side has gone, which ends the link as well as a last word would.
      linked.leave();
    } finally {
      leave();
      inserted.countDown();
      linked.card().powerOff();
    }
  }

  /** Deals with one message; false if the card leaves. */
  private boolean receive(DataInputStream in) throws IOException {
    int type = in.readInt();
    int reader = in.readInt();
    int length = in.readInt();
    if (length < 0 || length > BODY_MAXIMUM) {
      throw new IOException("message %d of %d bytes, need at most %d"
          .formatted(type, Integer.toUnsignedLong(length), BODY_MAXIMUM));
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      return false;
    }
    switch (type) {
      case INIT -> send(READER_ADD, UNDEFINED_READER, READER_NAME);
      case ERROR -> acknowledged(body);
      case APDU -> {
        Optional<ResponseApdu> answer = linked.answer(body);
        if (answer.isEmpty()) {
          return false;
        }
        send(APDU, reader, answer.get().toBytes());
      }
      case FLUSH -> send(FLUSH_COMPLETE, reader, new byte[0]);
      default -> throw new IOException("message %d is not of this channel".formatted(type));
    }
    return true;
  }

  /** The first acknowledgement is the new reader's; the card goes into it. */
  private void acknowledged(byte[] body) throws IOException {
    if (body.length < Integer.BYTES || (body[0] | body[1] | body[2] | body[3]) != 0) {
      throw new IOException("the machine refuses what it was told");
    }
    if (inserted.getCount() > 0) {
      send(ATR, ONLY_READER, linked.card().atr());
      inserted.countDown();
    }
  }

  private void sendInit() throws IOException {
    byte[] body = new byte[MAGIC.length + 2 * Integer.BYTES];
    System.arraycopy(MAGIC, 0, body, 0, MAGIC.length);
    body[7] = VERSION;
    body[11] = NO_CAPABILITIES;
    send(INIT, UNDEFINED_READER, body);
  }

  /** Called by the card's thread, and by whoever closes. */
  private synchronized void send(int type, int reader, byte[] body) throws IOException {
    out.writeInt(type);
    out.writeInt(reader);
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }
}
