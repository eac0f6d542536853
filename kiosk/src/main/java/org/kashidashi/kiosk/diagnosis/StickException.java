package org.kashidashi.kiosk.diagnosis;

import java.io.IOException;

/** The stick that a technician takes along does not take what is to be written on it. */
public abstract sealed class StickException extends IOException {
  private static final long serialVersionUID = 1L;

  private StickException(String message) {
    super(message);
  }

  /** None is plugged in. */
  public static final class Missing extends StickException {
    private static final long serialVersionUID = 1L;

    public Missing() {
      super("no stick is plugged in: format one as FAT with the label KASHIDASHI, and plug it in");
    }
  }

  /** It is full, or worn out; nothing of the file is left on it. */
  public static final class Refusing extends StickException {
    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * @param file what it did not take
     */
    public Refusing(String file, IOException cause) {
      super("the stick does not take %s; plug in an empty one and go on (%s)"
          .formatted(file, cause.getMessage()));
      this.file = file;
      initCause(cause);
    }

    public String file() {
      return file;
    }
  }
}
