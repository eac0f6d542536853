package org.kashidashi.hal.sim;

import java.util.Arrays;
import java.util.List;

/** What a file identifier of a software card leads to. */
sealed interface CardFile {
  /** A transparent EF; read freely without keepers, else after any one of them was verified. */
  final class Transparent implements CardFile {
    /** What real cards fill the rest of a certificate file with. */
    private static final byte FILLER = (byte) 0xFF;

    private final byte[] content;
    private final List<CardPin> keepers;

    Transparent(byte[] content, List<CardPin> keepers) {
      this.content = content.clone();
      this.keepers = List.copyOf(keepers);
    }

    static Transparent open(byte[] content) {
      return new Transparent(content, List.of());
    }

    /** The content at the start of a larger file, the rest filled up. */
    static byte[] filled(byte[] content, int size) {
      byte[] file = Arrays.copyOf(content, Math.max(size, content.length));
      Arrays.fill(file, content.length, file.length, FILLER);
      return file;
    }

    byte[] content() {
      return content.clone();
    }

    boolean readable() {
      return keepers.isEmpty() || keepers.stream().anyMatch(CardPin::verified);
    }
  }

  /** Reference data. */
  record Reference(CardPin pin) implements CardFile {}

  /** A private key; used freely without keepers, else after any one of them was verified. */
  record SigningKey(TestKey key, List<CardPin> keepers) implements CardFile {
    public SigningKey {
      keepers = List.copyOf(keepers);
    }

    boolean usable() {
      return keepers.isEmpty() || keepers.stream().anyMatch(CardPin::verified);
    }
  }
}
