package org.kashidashi.hal.driver.pcsc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.CardReading.CertificateRead;
import org.kashidashi.hal.card.jpki.CertificateBytes;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.TestCards;

/** OpenSC, written by others, on the same virtual card and the same reader. */
final class OpenscIT {
  private static final TestCards CARDS = new TestCards();
  private static final Pattern AUTHENTICATION_CERTIFICATE = Pattern.compile(
      "X\\.509 Certificate \\[User Authentication Certificate\\].*?ID\\s*: ([0-9a-f]+)",
      Pattern.DOTALL);

  private final VirtualBench bench = new VirtualBench();
  private final JpkiReader jpki = new JpkiReader(CardLayout.current(), System::nanoTime);

  @AfterEach
  void closeBench() {
    bench.close();
  }

  @Test
  void recognisesTheVirtualCardAsJpki() throws IOException {
    placed(CARDS.card());
    assertTrue(run("opensc-tool", "-n").contains("jpki"));
  }

  @Test
  void readsTheSameCertificate() throws IOException {
    placed(CARDS.card());
    CertificateBytes ours = read();
    assertEquals(ours, openscReads(certificateId()));
    assertEquals(CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER), ours);
  }

  private void placed(SimCard card) {
    bench.insert(card);
    VirtualBench.awaitReport(bench.reader(), CardPresence.PRESENT);
  }

  private CertificateBytes read() {
    return ((CertificateRead) jpki.read(bench.reader())).certificate();
  }

  private static String certificateId() throws IOException {
    String list = run("pkcs15-tool", "--list-certificates");
    Matcher matcher = AUTHENTICATION_CERTIFICATE.matcher(list);
    assertTrue(matcher.find(), list);
    return matcher.group(1);
  }

  private static CertificateBytes openscReads(String id) throws IOException {
    String pem = run("pkcs15-tool", "--read-certificate", id);
    String body = pem.lines()
        .dropWhile(line -> !line.startsWith("-----BEGIN"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("-----END"))
        .reduce("", String::concat);
    return new CertificateBytes(Base64.getDecoder().decode(body));
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.onExit().join().exitValue();
    assertEquals(0, status, () -> Arrays.toString(command) + " said: " + output);
    return output;
  }
}
