package org.kashidashi.hal.sim;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/**
 * Puts a software card on the virtual PC/SC reader of vsmartcard (vpcd), so that a real pcscd and
 * every PC/SC program sees it.
 *
 * <p>vpcd listens, the card connects; the connection is the presence of the card. Each message is
 * two bytes of length, big-endian, then the body; a body of one byte is a control.
 *
 * <p>The card runs on a thread of this link, which ends with {@link #close} or with the reader.
 */
public final class VirtualReaderLink implements AutoCloseable {
  /** Where the first slot of vpcd listens unless configured otherwise. */
  public static final int PORT = 0x8C7B;

  private static final int CONTROL_OFF = 0;
  private static final int CONTROL_ON = 1;
  private static final int CONTROL_RESET = 2;
  private static final int CONTROL_ATR = 4;
  private static final int CONNECT_LIMIT_MILLIS = 2000;
  private static final int LENGTH_FIELD = 2;

  private final LinkedCard linked;
  private final SimCard card;
  private final Socket socket;
  private final Thread thread;

  private VirtualReaderLink(SimCard card, Socket socket) {
    this.linked = new LinkedCard(card);
    this.card = card;
    this.socket = socket;
    this.thread = Thread.ofPlatform().daemon().name("virtual-card").unstarted(this::serve);
  }

  /** Puts the card on the first slot of this machine's virtual reader. */
  public static VirtualReaderLink insert(SimCard card) throws IOException {
    return insert(card, new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
  }

  /**
   * Puts the card on the slot that listens at {@code slot}.
   *
   * @throws IOException if nothing listens there
   */
  public static VirtualReaderLink insert(SimCard card, InetSocketAddress slot) throws IOException {
    Socket socket = new Socket();
    try {
      // A short answer must not wait for the acknowledgement of the one before it.
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.connect(slot, CONNECT_LIMIT_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw new IOException(
          "no virtual reader listens at %s; start pcscd with vpcd".formatted(slot), e);
    }
    VirtualReaderLink link = new VirtualReaderLink(card, socket);
    link.thread.start();
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

  /** Whether the card still lies on the reader: not after close, a pull, the end of pcscd. */
  public boolean inserted() {
    return thread.isAlive();
  }

  /** Takes the card off the reader. */
  @Override
  public void close() {
    leave();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave() {
    linked.leave();
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("the connection to the virtual reader cannot be closed", e);
    }
  }

  private void serve() {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        acknowledgeAtOnce();
        int length = in.readUnsignedShort();
        acknowledgeAtOnce();
        byte[] message = in.readNBytes(length);
        if (message.length == 1) {
          control(message[0], out);
        } else {
          Optional<ResponseApdu> response = linked.answer(message);
          if (response.isEmpty()) {
            return;
          }
          send(out, response.get().toBytes());
        }
      }
    } catch (IOException e) {
      // Either side has gone, which is how a card leaves this reader.
      linked.leave();
    } finally {
      card.powerOff();
    }
  }

  /**
   * vpcd sends length and body apart and lets the body wait for the acknowledgement of the length;
   * left to itself, Linux takes 40 ms over that. It forgets this wish, so it is told each time.
   */
  private void acknowledgeAtOnce() throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  private void control(int code, OutputStream out) throws IOException {
    switch (code) {
      case CONTROL_OFF -> card.powerOff();
      case CONTROL_RESET -> card.reset();
      case CONTROL_ATR -> send(out, card.atr());
      case CONTROL_ON -> {
        // A software card is ready at its first command.
      }
      default -> throw new IOException("control %d is not of this protocol".formatted(code));
    }
  }

  private static void send(OutputStream out, byte[] body) throws IOException {
    byte[] message = new byte[LENGTH_FIELD + body.length];
    message[0] = (byte) (body.length >> 8);
    message[1] = (byte) body.length;
    System.arraycopy(body, 0, message, LENGTH_FIELD, body.length);
    // One write, so that length and body travel together.
    out.write(message);
    out.flush();
  }
}
