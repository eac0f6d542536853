package org.kashidashi.kiosk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the table of the architecture, held by the build. */
class ImportTableTest {
  private static final String ROOT = "org.kashidashi.";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      // Once packaged, the tests of other modules come as a jar instead of a folder.
      .withImportOption(location -> !location.contains("-tests.jar"))
      .importPackages("org.kashidashi");

  private static final List<String> HAL_PORTS = List.of(
      "hal.card",
      "hal.card.jpki",
      "hal.barcode",
      "hal.display",
      "hal.input",
      "hal.printer",
      "hal.signal",
      "hal.speech",
      "hal.supervisor",
      "hal.time");

  private static final List<String> CENTRAL = List.of(
      "central.circulation",
      "central.config",
      "central.http",
      "central.library",
      "central.load",
      "central.server",
      "central.store");

  /** Each package, and all of ours that it may import; a package that is missing here fails. */
  static Stream<Arguments> table() {
    return Stream.of(
        row("hal.card"),
        row("hal.card.jpki", "hal.card"),
        row("hal.card.jpki.pin", "hal.card", "hal.card.jpki"),
        row("hal.barcode"),
        row("hal.display"),
        row("hal.input"),
        row("hal.printer"),
        row("hal.signal"),
        row("hal.speech"),
        row("hal.supervisor"),
        row("hal.time"),
        row("hal.posix"),
        row("hal.driver.pcsc", "hal.card"),
        row("hal.driver.serial", "hal.barcode"),
        row("hal.driver.terminal", "hal.display", "hal.input", "hal.signal", "hal.posix"),
        row("hal.driver.framebuffer", "hal.display", "hal.posix"),
        row("hal.driver.clock", "hal.time"),
        row("hal.driver.systemd", "hal.supervisor"),
        row("hal.driver.escpos", "hal.printer", "hal.display", "hal.posix"),
        row("hal.driver.audio", "hal.signal", "hal.speech"),
        row("hal.driver.gpio", "hal.signal", "hal.input"),
        row("hal.driver.evdev", "hal.barcode", "hal.display", "hal.input", "hal.posix"),
        row("hal.sim", HAL_PORTS),
        row("sync.file"),
        row("sync.circulation"),
        row("sync.circulation.barcode", "sync.circulation"),
        row("sync.circulation.policy", "sync.circulation"),
        row("sync.outbox", "sync.circulation"),
        row("sync.registry", "sync.circulation"),
        row("sync.secret"),
        row("sync.registry.sim", "sync.registry"),
        row("sync.registry.counter", "sync.registry", "sync.circulation"),
        // One exchange and one circuit for everything that is asked of central.
        row(
            "sync.registry.http",
            "sync.registry",
            "sync.registry.counter",
            "sync.circulation",
            "sync.ils.central"),
        row("sync.registry.authority", "sync.registry", "sync.ils.central"),
        row("sync.store", "sync.file", "sync.outbox", "sync.circulation", "sync.registry"),
        row("sync.ils", "sync.outbox", "sync.circulation"),
        row(
            "sync.ils.central",
            "sync.ils.central.identity",
            "sync.ils",
            "sync.outbox",
            "sync.circulation"),
        row("sync.ils.central.identity", "sync.circulation"),
        row(
            "sync.ils.sim",
            "sync.ils",
            "sync.outbox",
            "sync.circulation",
            "sync.circulation.policy"),
        row("sync.engine", "sync.store", "sync.ils", "sync.outbox", "sync.circulation"),
        row(
            "sync.lending",
            "sync.store",
            "sync.ils",
            "sync.outbox",
            "sync.circulation",
            "sync.circulation.policy"),
        row("central", "central.command"),
        row(
            "central.command",
            "central",
            "central.backup",
            "central.circulation",
            "central.config",
            "central.http",
            "central.identity",
            "central.library",
            "central.load",
            "central.registry",
            "central.renewal",
            "central.renewal.job",
            "central.server",
            "central.staff",
            "central.store",
            "sync.circulation",
            "sync.registry",
            "sync.registry.authority",
            "sync.registry.counter",
            "sync.secret"),
        row(
            "central.server",
            "central",
            "central.config",
            "central.desk",
            "central.http",
            "central.identity",
            "central.registry",
            "central.store",
            "sync.registry"),
        row(
            "central.demo",
            Stream.concat(
                    CENTRAL.stream(),
                    Stream.of(
                        "central.registry",
                        "central.staff",
                        "sync.circulation",
                        "sync.circulation.barcode",
                        "sync.registry.counter",
                        "sync.secret"))
                .toList()),
        row("central.staff", "sync.circulation", "sync.registry.counter"),
        row(
            "central.desk",
            "central.library",
            "central.registry",
            "central.staff",
            "central.store",
            "sync.registry",
            "sync.registry.counter",
            "sync.secret"),
        row(
            "central.config",
            "central.circulation",
            "central.identity",
            "central.library",
            "central.registry",
            "central.store",
            "central.validity",
            "sync.circulation.barcode",
            "sync.registry",
            "sync.registry.authority"),
        row("central.identity", "central.store"),
        row("central.backup", "central.identity", "central.store"),
        row(
            "central.http",
            "central.circulation",
            "central.desk",
            "central.identity",
            "central.registry",
            "central.staff",
            "central.store",
            "sync.circulation",
            "sync.registry",
            "sync.registry.counter"),
        row(
            "central.load",
            "central.circulation",
            "central.registry",
            "central.store",
            "sync.circulation",
            "sync.registry"),
        row(
            "central.store",
            "central.circulation",
            "central.library",
            "central.registry",
            "central.renewal",
            "central.staff",
            "central.validity",
            "sync.circulation",
            "sync.registry",
            "sync.registry.counter"),
        row("central.circulation", "sync.circulation"),
        row(
            "central.registry",
            "central.circulation",
            "central.library",
            "central.validity",
            "sync.circulation",
            "sync.circulation.barcode",
            "sync.registry",
            "sync.registry.counter"),
        row("central.validity"),
        row(
            "central.renewal",
            "central.circulation",
            "central.validity",
            "sync.circulation",
            "sync.registry"),
        row(
            "central.renewal.job",
            "central.registry",
            "central.renewal",
            "central.store",
            "sync.circulation",
            "sync.registry"),
        row("central.library", "central.circulation", "central.validity", "sync.registry"),
        row("kiosk.fault"),
        row("kiosk.config.mistake"),
        row("kiosk.diagnosis", "kiosk.config.mistake"),
        row("kiosk.diagnosis.machine", "kiosk.diagnosis", "sync.file"),
        row("kiosk.console.talk", "kiosk.config.mistake", "kiosk.diagnosis"),
        row(
            "kiosk.console.signin",
            "kiosk.console.talk",
            "kiosk.audit",
            "sync.file",
            "sync.secret"),
        row(
            "kiosk.console.command",
            "kiosk.config.mistake",
            "kiosk.console.signin",
            "kiosk.console.talk",
            "kiosk.diagnosis"),
        row(
            "kiosk.console",
            "kiosk.config.mistake",
            "kiosk.console.command",
            "kiosk.console.signin",
            "kiosk.console.talk",
            "kiosk.audit",
            "kiosk.diagnosis"),
        row(
            "kiosk.diagnosis.facts",
            "kiosk.diagnosis",
            "sync.circulation",
            "sync.file",
            "sync.ils.central",
            "sync.outbox",
            "sync.store"),
        row(
            "kiosk.diagnosis.check",
            "kiosk.diagnosis",
            "kiosk.diagnosis.facts",
            "hal.card",
            "hal.card.jpki",
            "hal.barcode",
            "hal.display",
            "hal.printer",
            "hal.signal",
            "hal.speech",
            "sync.circulation.barcode",
            "sync.ils.central",
            "sync.store"),
        row(
            "kiosk.diagnosis.live",
            "kiosk.diagnosis",
            "kiosk.diagnosis.check",
            "kiosk.diagnosis.facts",
            "kiosk.audit",
            "kiosk.fault",
            "kiosk.session",
            "sync.store"),
        row(
            "kiosk.diagnosis.offline",
            "kiosk.diagnosis",
            "kiosk.diagnosis.check",
            "kiosk.diagnosis.facts",
            "kiosk.diagnosis.machine",
            "sync.store"),
        row("kiosk.diagnosis.wire", "kiosk.diagnosis"),
        row("kiosk.diagnosis.push", "kiosk.diagnosis", "sync.file"),
        row("kiosk.session", "kiosk.fault", "sync.circulation", "sync.circulation.barcode"),
        row("kiosk.screen", "kiosk.session", "kiosk.fault", "sync.circulation"),
        row(
            "kiosk.screen.view",
            "kiosk.screen",
            "kiosk.session",
            "kiosk.fault",
            "sync.circulation",
            "hal.display"),
        row(
            "kiosk.counter.patron",
            "hal.card.jpki.pin",
            "hal.input",
            "kiosk.screen",
            "kiosk.screen.view",
            "kiosk.session"),
        row(
            "kiosk.identity",
            "hal.card",
            "hal.card.jpki",
            "sync.circulation",
            "sync.file",
            "sync.registry"),
        row("kiosk.audit", "kiosk.session", "sync.circulation", "sync.file"),
        row(
            "kiosk.counter",
            "kiosk.counter.patron",
            // What a PIN is for, which the person's screen and the desk must call the same.
            "kiosk.screen",
            "kiosk.session",
            "kiosk.identity",
            "kiosk.audit",
            "kiosk.fault",
            "hal.card",
            "hal.card.jpki",
            "hal.card.jpki.pin",
            "hal.display",
            "sync.circulation",
            "sync.circulation.barcode",
            "sync.lending",
            "sync.registry",
            "sync.registry.counter",
            // The exceptions of the store alone.
            "sync.store"),
        row(
            "kiosk.config",
            "kiosk.config.mistake",
            "kiosk.diagnosis",
            "kiosk.screen",
            "kiosk.session",
            "sync.circulation",
            "sync.circulation.barcode",
            "sync.file",
            "sync.registry.authority"),
        row(
            "kiosk.loop",
            Stream.concat(
                    HAL_PORTS.stream(),
                    Stream.of(
                        "kiosk.session",
                        "kiosk.screen",
                        "kiosk.screen.view",
                        "kiosk.identity",
                        "kiosk.audit",
                        "kiosk.fault",
                        "sync.circulation",
                        "sync.circulation.barcode",
                        "sync.lending",
                        "sync.engine",
                        "sync.ils",
                        // The exceptions of the store alone.
                        "sync.store"))
                .toList()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void importsOnlyWhatTheTableAllows(String name, List<String> allowed) {
    String[] reachable = Stream.concat(Stream.of(name), allowed.stream())
        .map(other -> ROOT + other)
        .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.kashidashi..").and(not(resideInAnyPackage(reachable))))
        .check(CLASSES);
  }

  @Test
  void everyPackageStandsInTheTable() {
    String[] named = Stream.concat(
            table().map(row -> ROOT + row.get()[0]),
            // The composition root may import everything.
            Stream.of(ROOT + "kiosk.app.."))
        .toArray(String[]::new);
    classes().should().resideInAnyPackage(named).check(CLASSES);
  }

  static Stream<Arguments> cages() {
    return Stream.of(
        cage("java.sql..", "sync.store", "central.store"),
        cage("javax.smartcardio..", "hal.driver.pcsc"),
        cage(
            "com.googlecode.lanterna..",
            "hal.display",
            "hal.driver.terminal",
            "hal.driver.framebuffer",
            "hal.driver.evdev",
            "hal.driver.escpos",
            "hal.sim",
            "kiosk.screen.view",
            "kiosk.app.."),
        cage("com.fazecast..", "hal.driver.serial"),
        cage("com.pi4j..", "hal.driver.gpio"),
        cage("okhttp3..", "sync.ils.central", "sync.registry.authority", "kiosk.diagnosis.push"),
        cage("io.prometheus..", "kiosk.diagnosis.push"),
        // Options of sockets that Java alone does not have.
        cage("jdk.net..", "kiosk.diagnosis.wire", "hal.sim"),
        cage(
            "org.bouncycastle..",
            "hal.card.jpki",
            "hal.sim",
            "kiosk.identity",
            "sync.ils.central.identity",
            "sync.secret",
            "central.identity"),
        // No PIN on the self-checkout path: only the counter may verify one.
        cage(
            "org.kashidashi.hal.card.jpki.pin..",
            "hal.card.jpki.pin",
            "kiosk.counter..",
            "kiosk.app",
            "hal.sim"),
        cage("org.jline..", "kiosk.counter", "kiosk.console.talk", "kiosk.app.."),
        cage("org.tomlj..", "kiosk.config", "central.config"),
        cage("picocli..", "kiosk.app", "central", "central.command"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cages")
  void librariesStayInTheirCages(String library, List<String> cage) {
    String[] inside = cage.stream().map(name -> ROOT + name).toArray(String[]::new);
    noClasses()
        .that(resideOutsideOfPackages(inside))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void timeWaitingAndChanceAreInjected() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT + "kiosk.app.."))
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "central.Main")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callConstructor(Random.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    classes().should(new LiveInANullMarkedPackage()).check(CLASSES);
  }

  private static final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {
    LiveInANullMarkedPackage() {
      super("live in a @NullMarked package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean marked =
          type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
      if (!marked) {
        events.add(SimpleConditionEvent.violated(
            type, type.getPackageName() + " has no @NullMarked package-info.java"));
      }
    }
  }

  private static Arguments row(String name, String... allowed) {
    return Arguments.of(name, List.of(allowed));
  }

  private static Arguments row(String name, List<String> allowed) {
    return Arguments.of(name, allowed);
  }

  private static Arguments cage(String library, String... packages) {
    return Arguments.of(library, Arrays.asList(packages));
  }
}
