package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.kiosk.console.signin.Challenge;
import org.kashidashi.kiosk.console.signin.TechnicianKey;

/** The technician's cable to the machine: reads what a person would read, types what they type. */
final class TechniciansLine implements AutoCloseable {
  static final String NAME = "yamada";

  /** More than a virtual machine of Java takes to begin on an emulated machine. */
  private static final Duration BEGINNING = Duration.ofMinutes(12);

  private static final Duration USUAL = Duration.ofSeconds(60);

  /** What a terminal does not show: ECMA-48's control sequences, and other control characters. */
  private static final Pattern UNSEEN = Pattern.compile(
      "\\u001b\\[[0-?]*[ -/]*[@-~]|\\u001b\\][^\\u0007]*\\u0007|\\u001b[=>]|[\\p{Cntrl}&&[^\\n]]");

  private static final String PROMPT = "machine-1:admin> ";
  private static final String YES_OR_NO = "[y/N] ";
  private static final String NAME_PROMPT = "(名前:|Name:) $";
  private static final String PASSWORD_PROMPT = "(パスワード|[Pp]assword)[^\\n]*: $";
  private static final Pattern CHALLENGE =
      Pattern.compile("(kashidashi-console-1 [ -~]+)\\n(.*\\n)*(応答[^\\n]*|Reply): $");

  private static final String TRANSCRIPT = "console.raw";

  private final SerialLine line;
  private final TechnicianKey key;
  private final Path logs;

  private TechniciansLine(SerialLine line, TechnicianKey key, Path logs) {
    this.line = line;
    this.key = key;
    this.logs = logs;
  }

  /** Begins a new transcript. */
  static void forget(Path logs) throws IOException {
    Files.deleteIfExists(logs.resolve(TRANSCRIPT));
  }

  /**
   * Plugs the cable in.
   *
   * @param logs where the technician's key is, and where a transcript is left
   */
  static TechniciansLine connect(Path socket, Path logs) throws IOException {
    Path transcript = logs.resolve(TRANSCRIPT);
    TechnicianKey key = TechnicianKey.parse(Files.readString(logs.resolve("technician.pem")))
        .orElseThrow(() -> new IOException("no key of a technician in " + logs));
    return new TechniciansLine(
        SerialLine.connect(socket, bytes -> {
          keep(transcript, bytes);
          return new byte[0];
        }),
        key,
        logs);
  }

  private static void keep(Path transcript, byte[] bytes) {
    try {
      Files.write(transcript, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new IllegalStateException("the transcript cannot be kept", full);
    }
  }

  /** Proves with the technician's key who is there, and asks for English. */
  void signIn() throws Exception {
    line.forget();
    awaitSignIn();
    type(NAME);
    prove();
    MatchResult _ = await("a prompt", PROMPT + "$", USUAL);
    String _ = order("language en");
  }

  /** Signs with the technician's key, instead of the password, which is asked for unless locked. */
  void prove() throws Exception {
    String either = "(?:%s|%s)".formatted(PASSWORD_PROMPT, CHALLENGE.pattern());
    MatchResult asked = await("the question for a proof", either, USUAL);
    if (asked.group(2) == null) {
      type("");
    }
    String challenge = await("a challenge", CHALLENGE.pattern(), USUAL).group(1);
    type(key.reply(Challenge.parse(challenge)
        .orElseThrow(
            () -> new ProofFailedException("this is no challenge: '%s'".formatted(challenge)))));
  }

  /** Gives an order that asks for a proof first; what it answered. */
  String provenOrder(String words, Duration limit) throws Exception {
    type(words);
    prove();
    String shown = await("an answer to '%s'".formatted(words), "(?s).*\\n" + PROMPT + "$", limit)
        .group();
    return shown.substring(0, shown.length() - PROMPT.length());
  }

  /** Waits until somebody could sign in; Enter shows it to whoever comes late. */
  void awaitSignIn() throws Exception {
    Patience.until("a sign-in on the technician's line", BEGINNING, () -> {
      if (seen(NAME_PROMPT).isPresent()) {
        return Optional.of(true);
      }
      line.send(new byte[] {'\r'});
      Patience.pause(Duration.ofSeconds(1));
      return Optional.of(seen(NAME_PROMPT).isPresent());
    });
  }

  /** What a person does when the console asks for it, by words that it says. */
  interface Hand {
    void move() throws Exception;
  }

  /** Gives an order; what it answered, without its echo and the next prompt. */
  String order(String words) throws Exception {
    return order(words, USUAL, Map.of());
  }

  /**
   * The same, with what has to be done meanwhile, once each; whatever it asks is well.
   *
   * @param hands what is said, as a regular expression, and what a person does then
   */
  String order(String words, Duration limit, Map<String, Hand> hands) throws Exception {
    type(words);
    Map<String, Hand> left = new LinkedHashMap<>(hands);
    int[] asked = {0};
    String answer = awaited("an answer to '%s'".formatted(words), limit, () -> {
      String now = text();
      for (Map.Entry<String, Hand> hand : List.copyOf(left.entrySet())) {
        if (Pattern.compile(hand.getKey()).matcher(now).find()
            && left.remove(hand.getKey(), hand.getValue())) {
          hand.getValue().move();
        }
      }
      if (now.length() > asked[0] && now.endsWith(YES_OR_NO)) {
        asked[0] = now.length();
        send("y");
      }
      return now.contains("\n") && now.endsWith(PROMPT) ? Optional.of(now) : Optional.empty();
    });
    return answer.substring(answer.indexOf('\n') + 1, answer.length() - PROMPT.length());
  }

  void type(String words) throws IOException {
    line.forget();
    send(words);
  }

  private void send(String words) throws IOException {
    line.send((words + "\r").getBytes(StandardCharsets.UTF_8));
  }

  /** Waits for what this expression finds in what has come since something was typed. */
  MatchResult await(String what, String expression, Duration limit) throws Exception {
    return awaited(what, limit, () -> seen(expression));
  }

  private <T> T awaited(String what, Duration limit, Patience.Question<T> question)
      throws Exception {
    try {
      return Patience.await(what, limit, question);
    } catch (ProofFailedException missing) {
      throw new ProofFailedException(
          "%s on the technician's line; it shows:%n%s".formatted(missing.getMessage(), text()));
    }
  }

  private Optional<MatchResult> seen(String expression) {
    Matcher matcher = Pattern.compile(expression).matcher(text());
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private String text() {
    return seen(line.received());
  }

  private static String seen(byte[] received) {
    return UNSEEN.matcher(new String(received, StandardCharsets.UTF_8)).replaceAll("");
  }

  /** Leaves what a person would have seen of the transcript. */
  @Override
  public void close() throws IOException {
    line.close();
    Path transcript = logs.resolve(TRANSCRIPT);
    if (Files.exists(transcript)) {
      Files.writeString(logs.resolve("console.txt"), seen(Files.readAllBytes(transcript)));
    }
  }
}
