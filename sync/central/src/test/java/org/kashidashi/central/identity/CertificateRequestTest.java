package org.kashidashi.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {
  private static final int ROUNDS = 2000;
  private static final long SEED = 20261120;

  private final KeyPair pair = TestKiosk.keys();

  @Test
  void readsWhoAsks() throws Exception {
    assertEquals("k1", CertificateRequest.parse(TestRequest.of("CN=k1", pair)).kiosk());
    assertEquals(
        "k1", CertificateRequest.parse(TestRequest.of("O=demo,CN=k1", pair)).kiosk());
  }

  @Test
  void refusesARequestThatItsKeyDidNotSign() throws Exception {
    assertRefused(TestRequest.of("CN=k1", pair, TestKiosk.keys()), "not signed by the key");
  }

  @Test
  void refusesNoNameOrTwo() throws Exception {
    assertRefused(TestRequest.of("O=k1", pair), "one common name");
    assertRefused(TestRequest.of("CN=k1,CN=k2", pair), "one common name");
    assertRefused(TestRequest.of("CN=k1+CN=k2", pair), "one common name");
  }

  @Test
  void refusesAnotherCurve() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    assertRefused(TestRequest.of("CN=k1", generator.generateKeyPair()), "P-256 key");
  }

  @Test
  void refusesAnRsaKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    assertRefused(TestRequest.of("CN=k1", generator.generateKeyPair(), pair), "P-256 key");
  }

  @Test
  void refusesAPointThatIsNotOnTheCurve() throws Exception {
    byte[] request = TestRequest.of("CN=k1", pair);
    byte[] point = Arrays.copyOfRange(pair.getPublic().getEncoded(), 26, 91);
    request[indexOf(request, point) + 64] ^= 1;
    assertRefused(request, "P-256 key");
  }

  @Test
  void refusesWhatFollowsTheRequestAndWhatIsTooLong() throws Exception {
    byte[] request = TestRequest.of("CN=k1", pair);
    assertRefused(Arrays.copyOf(request, request.length + 1), "");
    assertRefused(new byte[2049], "2049 bytes");
    assertRefused(new byte[0], "");
  }

  /** Whatever it is, it is refused in the one way that is answered. */
  @Test
  void refusesEveryDamagedRequest() throws Exception {
    byte[] request = TestRequest.of("CN=k1", pair);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = request.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      int length = random.nextBoolean() ? damaged.length : random.nextInt(damaged.length);
      assertRefused(Arrays.copyOf(damaged, length), "");
    }
  }

  private static void assertRefused(byte[] request, String reason) {
    String message = assertThrows(
            RequestRefusedException.class, () -> CertificateRequest.parse(request))
        .getMessage();
    assertTrue(String.valueOf(message).contains(reason), message);
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int start = 0; start + part.length <= whole.length; start++) {
      if (Arrays.equals(whole, start, start + part.length, part, 0, part.length)) {
        return start;
      }
    }
    throw new AssertionError("the part is not there");
  }
}
