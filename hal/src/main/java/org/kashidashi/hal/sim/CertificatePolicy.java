package org.kashidashi.hal.sim;

/** What a certificate says it may be used for, by policy identifier. */
public enum CertificatePolicy {
  /** User authentication, as production cards carry it. */
  USER_AUTHENTICATION("1.2.392.200149.8.5.1.3.30"),
  /**
   * User authentication on a test card. Inferred: the test signature policy is the production one
   * with its last but one arc 0, so ours is made the same way.
   */
  TEST_USER_AUTHENTICATION("1.2.392.200149.8.5.1.0.30"),
  /** Signature on a test card. */
  TEST_SIGNATURE("1.2.392.200149.8.5.1.0.20");

  private final String identifier;

  CertificatePolicy(String identifier) {
    this.identifier = identifier;
  }

  /** The object identifier in dotted form. */
  public String identifier() {
    return identifier;
  }
}
