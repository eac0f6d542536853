package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/**
 * Which certificates on cards are believed.
 *
 * @param directory of the trust anchors
 * @param testPolicies object identifiers of further certificate policies; empty in production
 */
public record TrustSettings(Path directory, List<String> testPolicies) {
  private static final Setting<Path> DIRECTORY = Setting.otherwise(
      "trust.directory",
      Forms.path(),
      Path.of("/var/lib/kashidashi/trust"),
      "Where `kiosk trust import` keeps the certification authorities' certificates.");
  static final Setting<List<String>> TEST_POLICIES = Setting.otherwise(
      "trust.test_policies",
      new ListForm<>(
          Forms.text(
              "[0-2](\\.(0|[1-9][0-9]{0,9})){1,20}", Allowed.OBJECT_IDENTIFIER.with(), "2.999"),
          4),
      List.of(),
      "Certificate policies of test cards, accepted besides the real one; only with mode `test`.");
  static final List<Setting<?>> SETTINGS = List.of(DIRECTORY, TEST_POLICIES);

  public TrustSettings {
    testPolicies = List.copyOf(testPolicies);
  }

  static TrustSettings read(Values values) {
    return new TrustSettings(values.get(DIRECTORY), values.get(TEST_POLICIES));
  }
}
