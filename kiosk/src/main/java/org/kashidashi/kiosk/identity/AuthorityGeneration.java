package org.kashidashi.kiosk.identity;

import java.util.Arrays;

/** The certification authorities for user authentication that are known by fingerprint. */
public enum AuthorityGeneration {
  FIRST(
      "4dcfc4ca0aaf9fb2a3081b3f0c991c320b3acc008667a341eeaec5af1d58ca7d",
      "generation 1 (2015 to 2025)"),
  THIRD(
      "64114f29620c24ed2631d46476a040e7ee740d956089c00b036a6a8118c322b5",
      "generation 3 (2023 to 2033)"),
  /** Also generation 2 (2019 to 2029), whose fingerprint this program does not hold. */
  UNKNOWN(
      "",
      "not known to this program: compare the SHA-256 with the official publication"
          + " (www.jpki.go.jp/ca/)");

  private final String sha256;
  private final String description;

  AuthorityGeneration(String sha256, String description) {
    this.sha256 = sha256;
    this.description = description;
  }

  static AuthorityGeneration of(Fingerprint fingerprint) {
    return Arrays.stream(values())
        .filter(generation -> generation.sha256.equals(fingerprint.hex()))
        .findFirst()
        .orElse(UNKNOWN);
  }

  public String description() {
    return description;
  }
}
