package org.kashidashi.central.store;

import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** What the key file gives: digests of what is only compared, seals of what is read again. */
record StoreKeys(KeyedDigest digest, SealedText sealed) {
  static StoreKeys of(SecretKey key, SecureRandom random) {
    return new StoreKeys(new KeyedDigest(key), new SealedText(key, random));
  }
}
