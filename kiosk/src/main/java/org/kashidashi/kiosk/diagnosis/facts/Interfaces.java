package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Subject;

/**
 * What the kernel knows of the network interfaces, the loopback aside. Any thread.
 *
 * @param folder as {@code /sys/class/net}
 * @param addresses of each by its name, those of the link alone aside
 */
public record Interfaces(Path folder, Function<String, Optional<String>> addresses) {
  private static final Path SYSFS = Path.of("/sys/class/net");
  private static final int MAXIMUM = 16;
  private static final String LOOPBACK = "lo";

  public static Interfaces ofKernel() {
    return new Interfaces(SYSFS, Interfaces::address);
  }

  /** Why nothing can be sent; {@link Cause#NONE} if something can. */
  public Cause trouble() {
    List<String> linked = names().stream().filter(this::carrier).toList();
    if (linked.isEmpty()) {
      return Cause.LINK_DOWN;
    }
    return linked.stream().allMatch(name -> addresses.apply(name).isEmpty())
        ? Cause.NO_ADDRESS
        : Cause.NONE;
  }

  /** Carrier and address of each of them. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (String name : names()) {
      facts.add(new Fact(Subject.CARRIER, name, new Fact.Value.Flag(carrier(name))));
      addresses
          .apply(name)
          .ifPresent(
              address -> facts.add(new Fact(Subject.ADDRESS, name, new Fact.Value.Text(address))));
    }
    return facts;
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals(LOOPBACK))
          .sorted()
          .limit(MAXIMUM)
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /** An interface that is switched off does not let its carrier be read. */
  private boolean carrier(String name) {
    return Kernel.text(folder.resolve(name).resolve("carrier")).equals(Optional.of("1"));
  }

  private static Optional<String> address(String name) {
    try {
      NetworkInterface known = NetworkInterface.getByName(name);
      return known == null
          ? Optional.empty()
          : known
              .inetAddresses()
              .filter(address -> !address.isLinkLocalAddress())
              .map(InetAddress::getHostAddress)
              .findFirst();
    } catch (SocketException _) {
      return Optional.empty();
    }
  }
}
