package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.PictureException;
import org.kashidashi.kiosk.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the library's logo from the file that a configuration names. */
final class Logo {
  private static final Logger LOG = LoggerFactory.getLogger(Logo.class);

  /** A byte more than any logo has tells one that is too large. */
  private static final int MOST_READ = Picture.LARGEST_FILE + 1;

  private Logo() {}

  /**
   * The logo, for whoever checks a configuration or previews it.
   *
   * @return {@link Picture#NONE} where none is named
   * @throws LogoException if it cannot be read or drawn
   */
  static Picture checked(Configuration configuration) throws LogoException {
    Optional<Path> path = configuration.look().logo();
    return path.isPresent() ? read(path.get()) : Picture.NONE;
  }

  /** The logo, or none where it is broken: patrons can borrow without it. */
  static Picture orNone(Configuration configuration) {
    try {
      return checked(configuration);
    } catch (LogoException broken) {
      LOG.warn("{}; going on without it", broken.getMessage());
      return Picture.NONE;
    }
  }

  private static Picture read(Path path) throws LogoException {
    // A pipe or a line would be read for ever.
    if (!Files.isRegularFile(path)) {
      throw new LogoException(
          "look.logo: %s is no file: put it there".formatted(path),
          new NoSuchFileException(path.toString()));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Picture.ofPng(in.readNBytes(MOST_READ));
    } catch (IOException e) {
      throw new LogoException(
          "look.logo: %s cannot be read: put it there, or let the kiosk's user read it"
              .formatted(path),
          e);
    } catch (PictureException e) {
      throw new LogoException("look.logo: %s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
