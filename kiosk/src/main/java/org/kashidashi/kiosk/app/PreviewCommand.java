package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.hal.display.CellRaster;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws one screen as a patron would see it, into a picture file. */
@Command(
    name = "preview",
    description = "Draw a screen as patrons see it into a PNG file, with an invented patron.",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})");

  @Option(
      names = "--screen",
      required = true,
      paramLabel = "NAME",
      description = "S0 to S5, T1, E-101 ...; or exactly one of: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ScreenNames.class)
  private String screen = "";

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "ja, ja-x-easy, en, zh-Hans, zh-Hant, ko, pt or vi.")
  private String lang = Language.JAPANESE.tag();

  @Option(names = "--large", description = "In large text.")
  private boolean large;

  @Option(names = "--contrast", description = "In the colours of high contrast.")
  private boolean contrast;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Pixels of the panel; 1024x600 if not given.")
  private String size = "1024x600";

  @Option(names = "--page", paramLabel = "N", description = "Which page of a longer text, from 1.")
  private int page = 1;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The library's configuration; an invented library's if not given.")
  private Optional<Path> config = Optional.empty();

  @Parameters(paramLabel = "OUT", description = "The PNG file to write.")
  private Path out = Path.of("");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  static final class ScreenNames extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1;

    ScreenNames() {
      super(SampleStates.all().keySet());
    }
  }

  @Override
  public Integer call() throws ConfigurationException, DisplayException, LogoException {
    PanelGeometry normal = geometry(TextSize.NORMAL);
    PanelGeometry wide = geometry(TextSize.LARGE);
    Optional<Configuration> configuration = configuration();
    Assembly.Manner manner = configuration.map(Wiring::manner).orElseGet(PreviewCommand::invented);
    Picture logo = configuration.isPresent() ? Logo.checked(configuration.get()) : Picture.NONE;
    ScreenView view = new ScreenView(
        manner.catalogue(), manner.site(), manner.theme(), logo, grid(normal), grid(wide));
    Screen drawn = Screens.of(sample(), manner.rules());
    Frame frame = view.draw(
        drawn, Preferences.of(language()).withLarge(large).withContrast(contrast), page - 1);
    try (CellRaster raster = new CellRaster(FontList.debian(), logo, large ? wide : normal)) {
      Files.write(out, raster.render(frame.image()).toPng());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    spec.commandLine().getOut().printf("%s: page %d of %d%n", out, frame.page() + 1, frame.pages());
    return 0;
  }

  private Optional<Configuration> configuration() throws ConfigurationException {
    return config.isPresent() ? Optional.of(Configuration.read(config.get())) : Optional.empty();
  }

  private static Assembly.Manner invented() {
    return new Assembly.Manner(
        SampleStates.RULES,
        new Catalogue(),
        SampleStates.SITE,
        Theme.standard(),
        Assembly.Slips.standard());
  }

  private PanelGeometry geometry(TextSize text) throws DisplayException {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw mistaken("--size " + size + " is no WIDTHxHEIGHT such as 1024x600");
    }
    int width = Integer.parseInt(matcher.group(1));
    int height = Integer.parseInt(matcher.group(2));
    return PanelGeometry.fitting(width, height, GlassSize.UNKNOWN, text, text.least(width, height));
  }

  private static Grid grid(PanelGeometry geometry) {
    return new Grid(geometry.cells(), geometry.rowsOf(PanelGeometry.TOUCH_MILLIMETRES));
  }

  /** The screen of that name, or the first one that begins with it. */
  private KioskState sample() {
    String name = screen.toLowerCase(Locale.ROOT);
    Map<String, KioskState> all = SampleStates.all();
    List<String> fitting = all.keySet().stream()
        .filter(known -> known.equals(name) || known.startsWith(name + "-"))
        .sorted((one, other) -> Boolean.compare(other.equals(name), one.equals(name)))
        .toList();
    if (fitting.isEmpty()) {
      throw mistaken(
          "no screen %s; there are %s".formatted(screen, String.join(", ", all.keySet())));
    }
    return all.getOrDefault(fitting.getFirst(), SampleStates.idle());
  }

  private Language language() {
    return Arrays.stream(Language.values())
        .filter(known -> known.tag().equalsIgnoreCase(lang))
        .findFirst()
        .orElseThrow(() -> mistaken("no language %s; there are %s"
            .formatted(lang, Arrays.stream(Language.values()).map(Language::tag).toList())));
  }

  private CommandLine.ParameterException mistaken(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
