package org.kashidashi.kiosk.diagnosis.push;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a machine knows of itself as OpenMetrics text (OpenMetrics 1.0). One thread.
 *
 * <p>Base units and names after its rules: seconds, bytes, celsius; a counter ends with {@code
 * _total}.
 */
public final class MetricText {
  /** For whoever sends the text (OpenMetrics 1.0, Content-Type). */
  public static final String CONTENT_TYPE = OpenMetricsTextFormatWriter.CONTENT_TYPE;

  private static final Logger LOG = LoggerFactory.getLogger(MetricText.class);
  private static final double MEGABYTE = 1 << 20;
  private static final double NANOS = 1e9;
  private static final double DAY = 86_400;

  /** What a name ends with, its unit has to be (OpenMetrics 1.0, Unit). */
  private static final List<Unit> UNITS = List.of(Unit.SECONDS, Unit.BYTES, Unit.CELSIUS);

  private static final String PREFIX = "kashidashi_";
  private static final List<Topic> TOPICS = List.of(
      Topic.STATUS,
      Topic.QUEUE,
      Topic.SENSORS,
      Topic.DISK,
      Topic.MEMORY,
      Topic.CLOCK,
      Topic.NETWORK);

  /** Counts of all starts together. */
  private static final Map<Subject, String> COUNTERS = Map.of(
      Subject.LOANS, "loans",
      Subject.SESSIONS, "sessions",
      Subject.TIMED_OUT, "sessions_timed_out");

  /** Names of gauges, and by what a fact's number is multiplied. */
  private static final Map<Subject, Gauge> GAUGES = Map.ofEntries(
      Map.entry(Subject.RUNNING_FOR, new Gauge("uptime_seconds", 1)),
      Map.entry(Subject.WAITING, new Gauge("queue_waiting", 1)),
      Map.entry(Subject.OLDEST, new Gauge("queue_oldest_seconds", 1)),
      Map.entry(Subject.PARKED, new Gauge("queue_parked", 1)),
      Map.entry(Subject.QUARANTINED, new Gauge("queue_quarantined", 1)),
      Map.entry(Subject.TEMPERATURE, new Gauge("temperature_celsius", 1)),
      Map.entry(Subject.UNDER_VOLTAGE, new Gauge("under_voltage", 1)),
      Map.entry(Subject.THROTTLED, new Gauge("throttled", 1)),
      Map.entry(Subject.ROOM, new Gauge("disk_free_bytes", MEGABYTE)),
      Map.entry(Subject.WRITABLE, new Gauge("disk_writable", 1)),
      Map.entry(Subject.RESIDENT, new Gauge("memory_resident_bytes", MEGABYTE)),
      Map.entry(Subject.HEAP, new Gauge("memory_heap_bytes", MEGABYTE)),
      Map.entry(Subject.MEMORY_FREE, new Gauge("memory_available_bytes", MEGABYTE)),
      Map.entry(Subject.LOAD, new Gauge("load", 1)),
      Map.entry(Subject.TIME_TRUSTED, new Gauge("clock_trusted", 1)),
      Map.entry(Subject.CARRIER, new Gauge("network_carrier", 1)),
      Map.entry(Subject.CENTRAL_ANSWERS, new Gauge("central_answers", 1)),
      Map.entry(Subject.IDENTITY_DAYS, new Gauge("identity_left_seconds", DAY)));

  private final Diagnosis diagnosis;
  private final String kiosk;
  private final String version;

  private record Gauge(String name, double factor) {}

  /**
   * @param kiosk its id, on every line
   */
  public MetricText(Diagnosis diagnosis, String kiosk, String version) {
    this.diagnosis = diagnosis;
    this.kiosk = kiosk;
    this.version = version;
  }

  /** As things stand. */
  public byte[] now() throws DiagnosisException {
    List<MetricSnapshot> metrics = new ArrayList<>();
    Health health = diagnosis.health();
    metrics.add(mode(health));
    metrics.add(parts(health));
    metrics.addAll(counters());
    metrics.add(shown(Subject.REFUSALS, "refusals", "Refusals shown to patrons, by code"));
    metrics.add(shown(Subject.FAULTS, "faults", "Faults shown to patrons, by code"));
    metrics.addAll(gauges());
    metrics.add(InfoSnapshot.builder()
        .name(PREFIX + "build")
        .help("The program")
        .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
            .labels(Labels.of("kiosk", kiosk, "version", version))
            .build())
        .build());
    return written(new MetricSnapshots(metrics));
  }

  private static byte[] written(MetricSnapshots metrics) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      OpenMetricsTextFormatWriter.create().write(text, metrics);
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory cannot be written", impossible);
    }
    return text.toByteArray();
  }

  private MetricSnapshot mode(Health health) {
    GaugeSnapshot.Builder modes =
        gauge("service_mode", "Whether patrons are served: 1 for the mode that holds");
    for (ServiceMode mode : ServiceMode.values()) {
      modes.dataPoint(
          point(Labels.of("kiosk", kiosk, "mode", small(mode)), mode == health.mode() ? 1 : 0));
    }
    return modes.build();
  }

  /** A part that nobody has, or has tried, says nothing. */
  private MetricSnapshot parts(Health health) {
    GaugeSnapshot.Builder parts =
        gauge("part_trouble", "How a part is: 0 good, 1 doubtful, 2 bad; with its cause");
    for (Condition condition : health.conditions()) {
      if (condition.standing() == Standing.ABSENT || condition.standing() == Standing.UNKNOWN) {
        continue;
      }
      Labels labels = Labels.of(
          "kiosk", kiosk, "part", small(condition.part()), "cause", small(condition.cause()));
      parts.dataPoint(point(
          labels,
          switch (condition.standing()) {
            case GOOD, ABSENT, UNKNOWN -> 0;
            case DOUBTFUL -> 1;
            case BAD -> 2;
          }));
    }
    return parts.build();
  }

  private List<MetricSnapshot> counters() throws DiagnosisException {
    List<MetricSnapshot> counters = new ArrayList<>();
    for (Fact fact : diagnosis.facts(Topic.COUNTERS)) {
      String name = COUNTERS.get(fact.subject());
      if (name != null && fact.of().isEmpty()) {
        counters.add(CounterSnapshot.builder()
            .name(PREFIX + name)
            .help("In all")
            .dataPoint(count(Labels.of("kiosk", kiosk), amount(fact.value())))
            .build());
      }
    }
    return counters;
  }

  private MetricSnapshot shown(Subject subject, String name, String help)
      throws DiagnosisException {
    CounterSnapshot.Builder codes =
        CounterSnapshot.builder().name(PREFIX + name).help(help);
    for (Fact fact : diagnosis.facts(Topic.ERRORS)) {
      if (fact.subject() == subject && fact.of().matches("[A-Z]-[0-9]{1,3}")) {
        codes.dataPoint(count(Labels.of("kiosk", kiosk, "code", fact.of()), amount(fact.value())));
      }
    }
    return codes.build();
  }

  private List<MetricSnapshot> gauges() throws DiagnosisException {
    List<Fact> facts = new ArrayList<>();
    for (Topic topic : TOPICS) {
      facts.addAll(known(topic));
    }
    List<MetricSnapshot> gauges = new ArrayList<>();
    for (Map.Entry<Subject, Gauge> named : GAUGES.entrySet()) {
      GaugeSnapshot.Builder gauge = gauge(named.getValue().name(), "Of the machine");
      List<String> told = new ArrayList<>();
      for (Fact fact : facts) {
        // A topic may tell what another one told already.
        if (fact.subject() == named.getKey() && !told.contains(fact.of())) {
          told.add(fact.of());
          double value = amount(fact.value()) * named.getValue().factor();
          gauge.dataPoint(point(labels(fact), value));
        }
      }
      if (!told.isEmpty()) {
        gauges.add(gauge.build());
      }
    }
    return gauges;
  }

  /** What cannot be told now is left out, and the rest is reported. */
  private List<Fact> known(Topic topic) throws DiagnosisException {
    try {
      return diagnosis.facts(topic);
    } catch (DiagnosisException.NotNow unknown) {
      LOG.debug("{} is not reported: {}", topic, unknown.getMessage());
      return List.of();
    }
  }

  private Labels labels(Fact fact) {
    return fact.of().isEmpty()
        ? Labels.of("kiosk", kiosk)
        : Labels.of("kiosk", kiosk, "of", fact.of());
  }

  private static double amount(Fact.Value value) {
    return switch (value) {
      case Fact.Value.Quantity(double amount) -> amount;
      case Fact.Value.Span(Duration span) -> span.toNanos() / NANOS;
      case Fact.Value.Flag(boolean set) -> set ? 1 : 0;
      case Fact.Value.Moment(var moment) -> moment.getEpochSecond();
      case Fact.Value.Text _ -> Double.NaN;
    };
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(PREFIX + name).help(help);
    UNITS.stream().filter(unit -> name.endsWith("_" + unit)).forEach(gauge::unit);
    return gauge;
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder()
        .labels(labels)
        .value(value)
        .build();
  }

  private static CounterSnapshot.CounterDataPointSnapshot count(Labels labels, double value) {
    return CounterSnapshot.CounterDataPointSnapshot.builder()
        .labels(labels)
        .value(value)
        .build();
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
