package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The card's side of the channel, with the machine's side played by hand. */
@Timeout(30)
class VirtualCcidLinkTest {
  private static final byte[] NOTHING = {};
  private static final byte[] SELECT_JPKI =
      HexFormat.of().parseHex("00A4040C0AD392F000260100000001");

  @TempDir
  private Path folder;

  private final SimCard card = new TestCards().card();
  private Path socket = Path.of("");
  private ServerSocketChannel machine;
  private SocketChannel line;
  private DataInputStream in;
  private DataOutputStream out;
  private CompletableFuture<VirtualCcidLink> entering;

  private record Message(int type, String body) {}

  @BeforeEach
  void beginInsertion() throws IOException {
    socket = folder.resolve("card.sock");
    machine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    machine.bind(UnixDomainSocketAddress.of(socket));
    entering = entering();
    line = machine.accept();
    in = new DataInputStream(Channels.newInputStream(line));
    out = new DataOutputStream(Channels.newOutputStream(line));
    Message init = receive();
    assertEquals(1, init.type());
    assertEquals(
        "VSCD", new String(HexFormat.of().parseHex(init.body()), 0, 4, StandardCharsets.US_ASCII));
  }

  @AfterEach
  void hangUp() throws IOException {
    machine.close();
    line.close();
  }

  @Test
  void entersTheReaderAfterBothSidesHaveSaidInit() throws Exception {
    try (VirtualCcidLink link = inserted()) {
      assertTrue(link.inserted());
    }
    assertEquals(6, receive().type(), "CardRemove");
    assertEquals(4, receive().type(), "ReaderRemove");
  }

  @Test
  void answersCommandsAndKeepsThem() throws Exception {
    try (VirtualCcidLink link = inserted()) {
      send(7, 0, SELECT_JPKI);
      Message answer = receive();
      assertEquals(7, answer.type());
      assertEquals("9000", answer.body());
      assertEquals(1, link.received().size());
      send(8, 0, NOTHING);
      assertEquals(9, receive().type(), "FlushComplete");
    }
  }

  @Test
  void answersWrongLengthToWhatIsNoCommand() throws Exception {
    try (VirtualCcidLink link = inserted()) {
      send(7, 0, new byte[] {0, 1});
      assertEquals("6700", receive().body());
      assertTrue(link.received().isEmpty());
    }
  }

  @Test
  void leavesTheReaderWhenPulledAtCommand() throws Exception {
    try (VirtualCcidLink link = inserted()) {
      link.faultAt(1, new CardFault.Pulled());
      send(7, 0, SELECT_JPKI);
      assertEquals(6, receive().type(), "CardRemove");
    }
  }

  @Test
  void hangsUpOnMessageTooLongToBeOne() throws Exception {
    VirtualCcidLink link = inserted();
    try (link) {
      out.writeInt(7);
      out.writeInt(0);
      out.writeInt(Integer.MAX_VALUE);
      out.flush();
      assertThrows(EOFException.class, () -> {
        while (true) {
          in.readByte();
        }
      });
    }
    assertFalse(link.inserted());
  }

  @Test
  void refusesMachineThatRefusesTheCard() throws Exception {
    send(1, -1, HexFormat.of().parseHex("565343440000000200000000"));
    assertEquals(3, receive().type(), "ReaderAdd");
    send(2, 0, new byte[] {0, 0, 0, 1});
    Exception failure = assertThrows(Exception.class, () -> entering.get(20, TimeUnit.SECONDS));
    assertTrue(failure.toString().contains("did not take the card"), failure.toString());
  }

  @Test
  void refusesSocketWithoutMachine() {
    Path nowhere = folder.resolve("nowhere.sock");
    assertThrows(IOException.class, () -> VirtualCcidLink.insert(card, nowhere));
  }

  private VirtualCcidLink inserted() throws Exception {
    send(1, -1, HexFormat.of().parseHex("565343440000000200000000"));
    assertEquals(3, receive().type(), "ReaderAdd");
    send(2, 0, new byte[4]);
    Message atr = receive();
    assertEquals(5, atr.type());
    assertEquals(HexFormat.of().formatHex(card.atr()), atr.body());
    return entering.get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<VirtualCcidLink> entering() {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return VirtualCcidLink.insert(card, socket);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    });
  }

  private Message receive() throws IOException {
    int type = in.readInt();
    in.readInt();
    byte[] body = new byte[in.readInt()];
    in.readFully(body);
    return new Message(type, HexFormat.of().formatHex(body));
  }

  private void send(int type, int reader, byte[] body) throws IOException {
    out.writeInt(type);
    out.writeInt(reader);
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }
}
