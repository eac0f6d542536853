package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers what a device said when it was recorded: beside {@code event3} lies {@code
 * event3.device}. A device without it has gone. Like the kernel it lets one descriptor grab.
 */
final class RecordedQuestions implements DeviceQuestions {
  private final Map<Path, Integer> grabs = new HashMap<>();

  @Override
  public DeviceDescription describe(EventFile file) throws IOException {
    List<String> product = Arrays.asList(line(file, "product").split(":"));
    return new DeviceDescription(
        line(file, "name"),
        new ProductId(
            Integer.parseInt(product.getFirst(), 16), Integer.parseInt(product.getLast(), 16)),
        Set.copyOf(numbers(line(file, "keys"))),
        Set.copyOf(numbers(line(file, "axes"))));
  }

  @Override
  public AxisState axis(EventFile file, int axis) throws IOException {
    List<Integer> state = numbers(line(file, "axis " + axis));
    if (state.isEmpty()) {
      throw new IOException("no axis %d".formatted(axis));
    }
    return new AxisState(state.get(0), new AxisRange(state.get(1), state.get(2)));
  }

  @Override
  public Set<Integer> heldKeys(EventFile file) throws IOException {
    return Set.copyOf(numbers(line(file, "held")));
  }

  @Override
  public Set<Integer> lights(EventFile file) throws IOException {
    return Set.copyOf(numbers(line(file, "lights")));
  }

  @Override
  public List<Integer> slots(EventFile file, int axis) throws IOException {
    return numbers(line(file, "slots " + axis));
  }

  @Override
  public void useMonotonicTime(EventFile file) throws IOException {
    line(file, "clock");
  }

  @Override
  public void grab(EventFile file) throws IOException {
    line(file, "grab");
    synchronized (grabs) {
      Integer other = grabs.get(file.path());
      if (other != null && other != file.descriptor() && isOpen(other, file.path())) {
        throw new IOException("EBUSY: grabbed by descriptor %d".formatted(other));
      }
      grabs.put(file.path(), file.descriptor());
    }
  }

  /** Whether somebody holds this device for itself. */
  boolean isGrabbed(Path path) {
    synchronized (grabs) {
      Integer holder = grabs.get(path);
      return holder != null && isOpen(holder, path);
    }
  }

  private static boolean isOpen(int descriptor, Path path) {
    try {
      Path link = Path.of("/proc/self/fd/" + descriptor);
      return Files.readSymbolicLink(link).equals(path.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** The rest of the line that begins with the word; empty if the device says nothing of it. */
  private static String line(EventFile file, String word) throws IOException {
    Path description = file.path().resolveSibling(file.path().getFileName() + ".device");
    return Files.readAllLines(description).stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static List<Integer> numbers(String line) {
    return line.isEmpty()
        ? List.of()
        : Arrays.stream(line.split(" "))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(ArrayList::new));
  }
}
