package org.kashidashi.kiosk.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Result;
import org.kashidashi.kiosk.audit.AuditRecord.ConsoleSignIn.Way;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Manner;
import org.kashidashi.kiosk.console.talk.ScriptedLine;
import org.kashidashi.kiosk.console.talk.Talk;
import org.kashidashi.kiosk.console.talk.Tongue;

/** What somebody with a cable and without the right to it can try. */
final class SignInTest {
  private static final String WRONG_REPLY = "A".repeat(86);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TechnicianKey.Pair YAMADA = TechnicianKey.generate(RANDOM);
  private static final TechnicianKey.Pair SATO = TechnicianKey.generate(RANDOM);
  private static final String PASSWORD = "long enough to keep";

  @TempDir
  Path folder;

  private final MovedClock clock = new MovedClock();
  private final List<AuditRecord> audit = new ArrayList<>();
  private final List<String> proofs = new ArrayList<>();
  private final List<KeyHolder> named = new ArrayList<>(List.of(
      new KeyHolder(new Technician("yamada", Role.ADMIN), YAMADA.open()),
      new KeyHolder(new Technician("sato", Role.TEST), SATO.open()),
      new KeyHolder(new Technician("keyless", Role.ADMIN), "")));
  private Passwords passwords;

  /** Judges as the real ones do, and notes how often. */
  private final class NotedProofs implements Proofs {
    private final Proofs real = new Proofs.Real();

    @Override
    public boolean fits(String hash, char[] password) {
      proofs.add("password against " + hash.replaceAll("p=1.*", "p=1"));
      return real.fits(hash, password);
    }

    @Override
    public boolean signed(String key, Challenge challenge, String reply) {
      proofs.add("signature against %d characters".formatted(key.length()));
      return real.signed(key, challenge, reply);
    }
  }

  @BeforeEach
  void giveYamadaPassword() throws IOException {
    passwords = CheapPasswords.in(folder);
    passwords.set(new Technician("yamada", Role.VIEW), PASSWORD.toCharArray());
  }

  private SignIn signIn(String device) {
    return new SignIn(
        new SignIn.Device(device, "1.2.3", "ttyS0"),
        new Technicians(() -> List.copyOf(named), passwords, new NotedProofs(), RANDOM),
        folder,
        clock,
        RANDOM,
        audit::add);
  }

  /** Everything that was shown until the line was hung up without anybody having come in. */
  private List<String> refused(ScriptedLine line) {
    Talk talk = new Talk(line, ZoneId.of("Asia/Tokyo"), new Manner(Tongue.EN, false, false));
    assertThrows(LineOverException.class, () -> signIn("k1").run(talk));
    return line.shown();
  }

  private Technician admitted(ScriptedLine line) throws LineOverException {
    return signIn("k1")
        .run(new Talk(line, ZoneId.of("Asia/Tokyo"), new Manner(Tongue.EN, false, false)));
  }

  private List<Result> results() {
    return audit.stream().map(record -> ((ConsoleSignIn) record).result()).toList();
  }

  private static String line(List<String> shown) {
    return shown.stream()
        .filter(row -> row.startsWith("kashidashi-console-1 "))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static UnaryOperator<List<String>> signedBy(TechnicianKey.Pair pair) {
    return shown -> List.of(TechnicianKey.parse(pair.pem())
        .orElseThrow()
        .reply(Challenge.parse(line(shown)).orElseThrow()));
  }

  @Test
  void admitsPasswordWithTheRoleOfTheConfiguration() throws Exception {
    assertEquals(
        new Technician("yamada", Role.ADMIN),
        admitted(new ScriptedLine().type("yamada", PASSWORD)));
    assertEquals(
        List.of(new ConsoleSignIn("ttyS0", "yamada", Way.PASSWORD, Result.SIGNED_IN)), audit);
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("passwords")));
  }

  @Test
  void admitsReplyOnce() throws Exception {
    ScriptedLine line = new ScriptedLine().type("sato", "").answer(signedBy(SATO));
    assertEquals(new Technician("sato", Role.TEST), admitted(line));
    assertEquals(List.of(Result.SIGNED_IN), results());
  }

  @Test
  void refusesReplyThatWasUsedBefore() throws Exception {
    ScriptedLine first = new ScriptedLine().type("sato", "");
    List<String> seen = new ArrayList<>();
    first.answer(shown -> {
      seen.addAll(signedBy(SATO).apply(shown));
      return seen;
    });
    assertEquals("sato", admitted(first).name());
    refused(new ScriptedLine().type("sato", "", seen.getFirst()));
    assertEquals(List.of(Result.SIGNED_IN, Result.REFUSED), results());
  }

  @Test
  void asksAnewAfterEachReply() {
    ScriptedLine line = new ScriptedLine().type("sato", "", "not this one", "sato", "", "nor this");
    List<String> challenges = refused(line).stream()
        .filter(row -> row.startsWith("kashidashi-console-1 "))
        .distinct()
        .toList();
    assertEquals(2, challenges.size());
  }

  @Test
  void refusesReplyToAnotherMachine() {
    refused(new ScriptedLine()
        .type("sato", "")
        .answer(shown -> signedBy(SATO).apply(List.of(line(shown).replace(" k1 ", " k2 ")))));
    assertEquals(List.of(Result.REFUSED), results());
  }

  @Test
  void refusesReplyForAnotherName() {
    refused(new ScriptedLine()
        .type("yamada", "")
        .answer(signedBy(SATO))
        .type("sato", "")
        .answer(shown -> signedBy(SATO).apply(List.of(line(shown).replace(" sato ", " yamada ")))));
    assertEquals(List.of(Result.REFUSED, Result.REFUSED), results());
  }

  @Test
  void refusesReplyAfterTenMinutesWhateverTheWallClockSays() {
    refused(new ScriptedLine().type("sato", "").answer(shown -> {
      clock.pass(Duration.ofMinutes(10).plusMillis(1));
      return signedBy(SATO).apply(shown);
    }));
    assertEquals(List.of(Result.TOO_LATE), results());
    assertTrue(proofs.isEmpty());
  }

  @Test
  void waitsForReplyLongerThanForPassword() throws Exception {
    ScriptedLine line = new ScriptedLine().type("sato", "", "<silence>").answer(signedBy(SATO));
    assertEquals("sato", admitted(line).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AAAA", "%%%%", "貸出", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesWhatIsNoReply(String reply) {
    refused(new ScriptedLine().type("sato", "", reply));
    assertEquals(List.of(Result.REFUSED), results());
  }

  @Test
  void refusesReplyOfSomebodyWhoHasNoKey() {
    refused(new ScriptedLine().type("keyless", "").answer(signedBy(SATO)));
    assertEquals(List.of(Result.REFUSED), results());
  }

  @Test
  void locksPasswordsAfterFiveFailuresAndSaysHowLong() {
    List<String> shown = refused(new ScriptedLine()
        .type("yamada", "wrong", "nobody", "wrong", "sato", "", "wrong", "x", "wrong")
        .type("yamada", "wrong", "yamada", "wrong", "yamada", PASSWORD));
    assertEquals(
        List.of(
            Result.REFUSED,
            Result.REFUSED,
            // What cannot be a signature does not count.
            Result.REFUSED,
            Result.REFUSED,
            Result.REFUSED,
            Result.LOCKED,
            // Once for each lock, however often somebody tries.
            Result.WHILE_LOCKED),
        results());
    assertTrue(shown.contains(
        "Passwords are locked for now. Try again in 15 min 0 s, or sign with a key:"));
  }

  @Test
  void admitsSignatureWhilePasswordsAreLocked() throws Exception {
    refused(new ScriptedLine()
        .type("yamada", "1", "yamada", "2", "yamada", "3", "yamada", "4", "yamada", "5"));
    assertEquals(
        "sato", admitted(new ScriptedLine().type("sato").answer(signedBy(SATO))).name());
    assertEquals(Result.SIGNED_IN, results().getLast());
  }

  @Test
  void locksSignaturesAfterFiveFailuresAndLeavesPasswords() throws Exception {
    ScriptedLine line = new ScriptedLine();
    for (int i = 0; i < 5; i++) {
      line.type("sato", "", WRONG_REPLY);
    }
    List<String> shown = refused(line.type("sato", "", "sato", ""));
    assertTrue(shown.contains("Signatures are locked for now. Try again in 15 min 0 s."));
    assertEquals(
        List.of(
            Result.REFUSED,
            Result.REFUSED,
            Result.REFUSED,
            Result.REFUSED,
            Result.LOCKED,
            Result.WHILE_LOCKED),
        results());
    assertEquals(5, proofs.size());
    assertEquals("yamada", admitted(new ScriptedLine().type("yamada", PASSWORD)).name());
    clock.pass(Duration.ofMinutes(15));
    assertEquals(
        "sato",
        admitted(new ScriptedLine().type("sato", "").answer(signedBy(SATO))).name());
  }

  /** Ten noisy lines lock passwords, and all that come after are taken for replies. */
  @Test
  void admitsSignatureHoweverMuchNoiseCameBefore() throws Exception {
    ScriptedLine noise = new ScriptedLine();
    for (int i = 0; i < 55; i++) {
      noise.type("~x~", "}{");
    }
    refused(noise);
    assertTrue(results().size() < 10, () -> results().toString());
    assertEquals(
        "sato", admitted(new ScriptedLine().type("sato").answer(signedBy(SATO))).name());
  }

  @Test
  void judgesNobodyWhileLockedBeforeAnewStart() throws Exception {
    refused(new ScriptedLine()
        .type("yamada", "1", "yamada", "2", "yamada", "3", "yamada", "4", "yamada", "5"));
    clock.reboot();
    proofs.clear();
    refused(new ScriptedLine().type("yamada", PASSWORD));
    assertTrue(proofs.stream().noneMatch(proof -> proof.startsWith("password")));
    clock.pass(Duration.ofMinutes(15));
    assertEquals("yamada", admitted(new ScriptedLine().type("yamada", PASSWORD)).name());
  }

  @Test
  void doesTheSameWorkAndSaysTheSameForNamesThatNobodyHas() {
    List<String> known = refused(new ScriptedLine().type("yamada", "wrong password"));
    List<String> proofsOfKnown = List.copyOf(proofs);
    proofs.clear();
    List<String> unknown = refused(new ScriptedLine().type("nobody.at.all", "wrong password"));
    assertEquals(known, unknown);
    assertEquals(proofsOfKnown, proofs);
    assertEquals(1, proofs.size());

    proofs.clear();
    List<String> knownKey = refused(new ScriptedLine().type("sato", "", WRONG_REPLY));
    List<String> proofsOfKnownKey = List.copyOf(proofs);
    proofs.clear();
    List<String> unknownKey = refused(new ScriptedLine().type("nobo", "", WRONG_REPLY));
    assertEquals(masked(knownKey, "sato"), masked(unknownKey, "nobo"));
    assertEquals(proofsOfKnownKey, proofs);
    assertEquals(1, proofs.size());
  }

  private static List<String> masked(List<String> shown, String name) {
    return shown.stream()
        .map(row -> row.replace(name, "NAME").replaceAll("([A-Z2-7]{4}-){6}[A-Z2-7]{2}", "NONCE"))
        .toList();
  }

  @Test
  void writesDownNoNameThatNobodyHas() {
    refused(new ScriptedLine().type(PASSWORD, "wrong"));
    assertEquals(List.of(new ConsoleSignIn("ttyS0", "", Way.PASSWORD, Result.REFUSED)), audit);
  }

  @Test
  void refusesEverybodyWhenPasswordsAreDamaged() throws IOException {
    Files.writeString(folder.resolve("passwords"), "yamada:admin:$argon2id$broken\nyamada\n");
    refused(new ScriptedLine().type("yamada", "", "x", "yamada", "$argon2id$broken"));
    assertEquals(List.of(Result.REFUSED, Result.REFUSED), results());
  }

  @Test
  void refusesPasswordOfWhomTheConfigurationNamesNoMore() throws Exception {
    assertEquals(
        Role.ADMIN, admitted(new ScriptedLine().type("yamada", PASSWORD)).role());
    named.clear();
    refused(new ScriptedLine().type("yamada", PASSWORD));
    named.add(new KeyHolder(new Technician("yamada", Role.TEST), ""));
    assertEquals(
        Role.TEST, admitted(new ScriptedLine().type("yamada", PASSWORD)).role());
    assertEquals(List.of(Result.SIGNED_IN, Result.REFUSED, Result.SIGNED_IN), results());
  }

  @Test
  void leavesPasswordOfWhomTheConfigurationNeverNamed() throws Exception {
    passwords.set(new Technician("suzuki", Role.TEST), PASSWORD.toCharArray());
    assertEquals(
        new Technician("suzuki", Role.TEST), admitted(new ScriptedLine().type("suzuki", PASSWORD)));
    named.clear();
    assertEquals("suzuki", admitted(new ScriptedLine().type("suzuki", PASSWORD)).name());
  }

  @Test
  void asksTheConfigurationWhileSomebodySignsIn() {
    refused(new ScriptedLine().type("sato", "").answer(shown -> {
      named.clear();
      return signedBy(SATO).apply(shown);
    }));
    assertEquals(List.of(Result.REFUSED), results());
  }

  @Test
  void bindsPasswordThatSomebodyGivesThemselvesToTheConfiguration() throws Exception {
    SignIn signIn = signIn("k1");
    signIn.give(new Technician("sato", Role.TEST), "another long one".toCharArray());
    assertEquals(
        Role.TEST, admitted(new ScriptedLine().type("sato", "another long one")).role());
    named.clear();
    refused(new ScriptedLine().type("sato", "another long one"));
  }

  @Test
  void losesNoPasswordThatTwoConsolesGiveAtOnce() throws Exception {
    int each = 12;
    List<Thread> consoles = new ArrayList<>();
    List<IOException> failures = Collections.synchronizedList(new ArrayList<>());
    for (String name : List.of("a", "b")) {
      consoles.add(Thread.ofPlatform().start(() -> {
        for (int i = 0; i < each; i++) {
          try {
            CheapPasswords.in(folder)
                .set(new Technician(name + i, Role.TEST), PASSWORD.toCharArray());
          } catch (IOException failure) {
            failures.add(failure);
          }
        }
      }));
    }
    for (Thread console : consoles) {
      console.join();
    }
    assertEquals(List.of(), failures);
    for (int i = 0; i < each; i++) {
      assertTrue(passwords.find("a" + i).isPresent() && passwords.find("b" + i).isPresent());
    }
  }

  private boolean provesAgain(ScriptedLine line, String name) throws Exception {
    Talk talk = new Talk(line, ZoneId.of("Asia/Tokyo"), new Manner(Tongue.EN, false, false));
    return signIn("k1").provesAgain(talk, new Technician(name, Role.TEST));
  }

  @Test
  void hasWhoeverIsSignedInProveItAgain() throws Exception {
    assertTrue(provesAgain(new ScriptedLine().type(PASSWORD), "yamada"));
    assertTrue(provesAgain(new ScriptedLine().type("").answer(signedBy(SATO)), "sato"));
    assertEquals(List.of(), results());
    assertFalse(provesAgain(new ScriptedLine().type("wrong password"), "yamada"));
    assertFalse(provesAgain(new ScriptedLine().type("").answer(signedBy(YAMADA)), "sato"));
    assertEquals(List.of(Result.REFUSED, Result.REFUSED), results());
  }

  @Test
  void locksWhoeverFailsToProveItAgainTooOften() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertFalse(provesAgain(new ScriptedLine().type("wrong password"), "yamada"));
    }
    assertFalse(provesAgain(new ScriptedLine().type(PASSWORD), "yamada"));
    assertEquals(
        List.of(Result.LOCKED, Result.WHILE_LOCKED, Result.REFUSED),
        results().subList(4, results().size()));
  }

  @Test
  void showsBanner() {
    List<String> shown = refused(new ScriptedLine());
    assertEquals(
        1,
        shown.stream().filter(row -> row.contains("machine k1, version 1.2.3")).count());
    assertTrue(
        shown.contains("There is no patron data on this console. Everything done here is noted."));
  }

  @Test
  void makesChallengesThatNobodyForesees() {
    Challenge one = Challenge.of("k1", "sato", RANDOM);
    assertEquals(one, Challenge.parse(one.line()).orElseThrow());
    assertTrue(one.nonce().matches("([A-Z2-7]{4}-){6}[A-Z2-7]{2}"), one::nonce);
    assertFalse(one.nonce().equals(Challenge.of("k1", "sato", RANDOM).nonce()));
    assertTrue(Challenge.parse("some other line to sign").isEmpty());
  }
}
