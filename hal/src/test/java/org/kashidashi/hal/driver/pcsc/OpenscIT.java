package org.kashidashi.hal.driver.pcsc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
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
import org.kashidashi.hal.sim.LeafProfile;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SlowCard;
import org.kashidashi.hal.sim.TestCards;

/** OpenSC, written by others, on the same virtual card and the same reader. */
final class OpenscIT {
  private static final TestCards CARDS = new TestCards();
  private static final int ROUNDS = 5;
  private static final double SHARE_MAX = 0.3;

  /** What a card and its reader take over a command at the least; 15 to 40 ms are usual. */
  private static final Duration ANSWER_TIME = Duration.ofMillis(15);

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

  @Test
  void takesMoreThanThreeTimesAsLong() throws IOException {
    LeafProfile profile =
        CARDS.issuer().profile(CardVariant.NORMAL, TestCards.HOLDER).withLengthMinimum(1500);
    CertificateBytes certificate =
        CARDS.hierarchy().second().issue(profile, CARDS.hierarchy().cardKey());
    SimCard card = CARDS.issuer().issue(CardVariant.NORMAL, TestCards.HOLDER, certificate);
    placed(new SlowCard(card, ANSWER_TIME));
    String id = certificateId();
    long[] ours = new long[ROUNDS];
    long[] theirs = new long[ROUNDS];
    int commands = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      int before = bench.link().received().size();
      assertEquals(certificate, read());
      commands = bench.link().received().size() - before;
      long middle = System.nanoTime();
      assertEquals(certificate, openscReads(id));
      ours[round] = middle - start;
      theirs[round] = System.nanoTime() - middle;
    }
    double share = (double) median(ours) / median(theirs);
    String figures = "ours %d ms (first %d ms), OpenSC %d ms, share %.2f, %d commands"
        .formatted(
            Duration.ofNanos(median(ours)).toMillis(),
            Duration.ofNanos(ours[0]).toMillis(),
            Duration.ofNanos(median(theirs)).toMillis(),
            share,
            commands);
    System.out.println(figures);
    assertEquals(9, commands);
    assertTrue(share <= SHARE_MAX, figures);
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

  private static long median(long[] nanos) {
    return Arrays.stream(nanos).sorted().skip(nanos.length / 2).findFirst().orElseThrow();
  }
}
