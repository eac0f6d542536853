package org.kashidashi.kiosk.console.signin;

import org.kashidashi.sync.secret.PasswordHash;

/** The two ways in which a technician proves who they are. */
interface Proofs {
  /** Whether a password is the one that was hashed. */
  boolean fits(String hash, char[] password);

  /** Whether a reply to a challenge was made with the private half of a key. */
  boolean signed(String key, Challenge challenge, String reply);

  /** Argon2id and Ed25519. */
  final class Real implements Proofs {
    @Override
    public boolean fits(String hash, char[] password) {
      try {
        return PasswordHash.fits(hash, password);
      } catch (IllegalArgumentException damaged) {
        return false;
      } finally {
        // Argon2id leaves more behind than all else of a console, which may then be idle for weeks.
        System.gc();
      }
    }

    @Override
    public boolean signed(String key, Challenge challenge, String reply) {
      return TechnicianKey.signed(key, challenge, reply);
    }
  }
}
