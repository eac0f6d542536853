package org.kashidashi.kiosk.diagnosis.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Subject;

/** What is plugged in and has an address is told from the kernel's folder. */
final class InterfacesTest {
  @TempDir
  private Path folder;

  private final Map<String, String> addresses = new HashMap<>();

  @Test
  void machineWithoutAnInterfaceHasNoLink() {
    assertEquals(Cause.LINK_DOWN, interfaces().trouble());
    assertEquals(List.of(), interfaces().facts());
  }

  @Test
  void loopbackIsNoLink() throws IOException {
    plugged("lo", "1", "127.0.0.1");
    assertEquals(Cause.LINK_DOWN, interfaces().trouble());
    assertEquals(List.of(), interfaces().facts());
  }

  @Test
  void cableThatIsOutIsTold() throws IOException {
    plugged("eth0", "0", "192.0.2.7");
    assertEquals(Cause.LINK_DOWN, interfaces().trouble());
  }

  /** The kernel refuses to read the carrier of an interface that is switched off. */
  @Test
  void interfaceThatIsSwitchedOffHasNoLink() throws IOException {
    Files.createDirectories(folder.resolve("eth0/carrier"));
    assertEquals(Cause.LINK_DOWN, interfaces().trouble());
    assertEquals(
        List.of(new Fact(Subject.CARRIER, "eth0", new Fact.Value.Flag(false))),
        interfaces().facts());
  }

  @Test
  void linkWithoutAnAddressIsTold() throws IOException {
    plugged("eth0", "1", "");
    assertEquals(Cause.NO_ADDRESS, interfaces().trouble());
  }

  @Test
  void oneGoodInterfaceIsEnough() throws IOException {
    plugged("eth0", "0", "");
    plugged("wlan0", "1", "192.0.2.7");
    assertEquals(Cause.NONE, interfaces().trouble());
    assertEquals(
        List.of(
            new Fact(Subject.CARRIER, "eth0", new Fact.Value.Flag(false)),
            new Fact(Subject.CARRIER, "wlan0", new Fact.Value.Flag(true)),
            new Fact(Subject.ADDRESS, "wlan0", new Fact.Value.Text("192.0.2.7"))),
        interfaces().facts());
  }

  /** The address of a cable that is out says nothing about the one that is in. */
  @Test
  void addressCountsOnlyWhereThereIsALink() throws IOException {
    plugged("eth0", "0", "192.0.2.7");
    plugged("eth1", "1", "");
    assertEquals(Cause.NO_ADDRESS, interfaces().trouble());
  }

  @Test
  void interfacesHaveAnEnd() throws IOException {
    for (int number = 0; number < 100; number++) {
      plugged("veth%03d".formatted(number), "0", "");
    }
    assertEquals(16, interfaces().facts().size());
  }

  private Interfaces interfaces() {
    return new Interfaces(folder, name -> Optional.ofNullable(addresses.get(name)));
  }

  private void plugged(String name, String carrier, String address) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("carrier"), carrier + "\n");
    if (!address.isEmpty()) {
      addresses.put(name, address);
    }
  }
}
