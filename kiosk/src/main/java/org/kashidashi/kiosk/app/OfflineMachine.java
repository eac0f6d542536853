package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine without its kiosk, with the settings that hold when it is asked: a technician who has
 * changed one tries it next. Nothing is opened before. One thread.
 */
final class OfflineMachine implements Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineMachine.class);

  private final Path config;
  private final Diagnosis bare;
  private Optional<Opened> opened = Optional.empty();

  /**
   * @param bare answers where the configuration cannot be read; closed with this
   */
  OfflineMachine(Path config, Diagnosis bare) {
    this.config = config;
    this.bare = bare;
  }

  private record Opened(Configuration configuration, MachineDiagnosis machine) {}

  private Diagnosis current() {
    Configuration now;
    try {
      now = Configuration.read(config);
    } catch (ConfigurationException wrong) {
      LOG.debug("the console serves without a configuration", wrong);
      return bare;
    }
    Optional<Opened> same = opened.filter(open -> open.configuration().equals(now));
    if (same.isPresent()) {
      return same.get().machine().diagnosis();
    }
    closeOpened();
    Opened anew = new Opened(now, MachineDiagnosis.open(now));
    opened = Optional.of(anew);
    return anew.machine().diagnosis();
  }

  @Override
  public Health health() throws DiagnosisException {
    return current().health();
  }

  @Override
  public List<Fact> facts(Topic topic) throws DiagnosisException {
    return current().facts(topic);
  }

  @Override
  public Condition check(Check check, Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    return current().check(check, hints);
  }

  @Override
  public void serve(ServiceMode mode) throws DiagnosisException {
    current().serve(mode);
  }

  @Override
  public List<Waiting> queue(int limit) throws DiagnosisException {
    return current().queue(limit);
  }

  @Override
  public List<Fact> retryQueue() throws DiagnosisException {
    return current().retryQueue();
  }

  @Override
  public List<Double> calibrateTouch(Consumer<Hint> hints)
      throws DiagnosisException, InterruptedException {
    return current().calibrateTouch(hints);
  }

  private void closeOpened() {
    opened.ifPresent(open -> open.machine().close());
    opened = Optional.empty();
  }

  @Override
  public void close() {
    closeOpened();
    bare.close();
  }
}
