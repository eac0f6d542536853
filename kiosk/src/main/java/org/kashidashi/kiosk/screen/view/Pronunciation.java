package org.kashidashi.kiosk.screen.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.Language;

/** Turns a written row into what a voice of one language can say. Pure. */
record Pronunciation(Texts texts, Language language) {
  private static final Pattern MASKED = Pattern.compile("\\*+(\\d{1,8})");
  private static final Pattern CODE = Pattern.compile("\\[?\\b([A-Z])-(\\d{3})\\b]?");
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\d:])\\d{2,5}(-\\d{2,4}){1,3}(?![\\d:])");
  private static final Pattern STEP = Pattern.compile("^(\\d)/(\\d) ");

  /** Bars, frames, brackets and what else is there for the eye. */
  private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{C}█░〓\\[\\]<>{}\"|!「」『』]+");

  /** Where the eye makes a pause. */
  private static final Pattern APART =
      Pattern.compile(" {2,}| ?[()（）] ?| / |(?<=\\d)-(?=\\d)|[:：] ?(?!\\d)");

  /** A pause, and what else marks one, several times over or at an end. */
  private static final Pattern PAUSES = Pattern.compile("([,、，.。] ?)* *\u0000( ?[\u0000,、，.。])* *");

  private static final String PAUSE = "\u0000";
  private static final String PARTICLES = "をはがにでとのもや";
  private static final String ENDINGS = ".。!?！？…";

  /** One row, without an ending; empty if there is nothing to say. */
  String of(String row) {
    String text = STEP.matcher(row.strip())
        .replaceFirst(
            found -> quoted(texts.of(Message.SPEECH_STEP, found.group(1), found.group(2)) + PAUSE));
    text = MASKED
        .matcher(text)
        .replaceAll(found -> quoted(texts.of(Message.SPEECH_MASKED, digits(found.group(1)))));
    text = CODE.matcher(text)
        .replaceAll(found -> quoted(PAUSE + found.group(1) + " " + digits(found.group(2))));
    text = TELEPHONE
        .matcher(text)
        .replaceAll(found -> quoted(digits(found.group()).replace(" - ", PAUSE)));
    text = text.replace("#", texts.of(Message.SPEECH_HASH))
        .replace("*", texts.of(Message.SPEECH_STAR));
    return paused(text);
  }

  /** The row as a sentence. */
  String sentence(String row) {
    String text = of(row);
    return text.isEmpty() || endsItself(text) ? text : text + stop();
  }

  /** The row as a sentence, or as the part of one that the next row goes on with. */
  String sentence(String row, String next) {
    String text = of(row);
    String following = of(next);
    boolean goesOn = !text.isEmpty()
        && !following.isEmpty()
        && !endsItself(text)
        && (Character.isLowerCase(following.charAt(0)) || asksForMore(text));
    return goesOn ? text + pause().strip() : sentence(row);
  }

  private static boolean endsItself(String text) {
    return ENDINGS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** No Japanese sentence ends with such a particle. */
  private boolean asksForMore(String text) {
    return switch (language) {
      case JAPANESE, EASY_JAPANESE -> PARTICLES.indexOf(text.charAt(text.length() - 1)) >= 0;
      case ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, KOREAN, PORTUGUESE, VIETNAMESE ->
        false;
    };
  }

  private String paused(String text) {
    String apart = APART.matcher(text).replaceAll(PAUSE);
    String marked = PAUSES.matcher(PAUSE + keepPauses(apart) + PAUSE).replaceAll(PAUSE);
    String inner = marked.substring(1, marked.length() - (marked.length() > 1 ? 1 : 0));
    return inner.replace(PAUSE, pause()).replaceAll(" +", " ").strip();
  }

  private static String keepPauses(String text) {
    return text.codePoints()
        .mapToObj(sign ->
            sign == 0 ? PAUSE : UNSPEAKABLE.matcher(Character.toString(sign)).replaceAll(" "))
        .collect(Collectors.joining());
  }

  private static String digits(String number) {
    return String.join(" ", number.split(""));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private String pause() {
    return switch (language) {
      case JAPANESE, EASY_JAPANESE -> "、";
      case SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE -> "，";
      case ENGLISH, KOREAN, PORTUGUESE, VIETNAMESE -> ", ";
    };
  }

  private String stop() {
    return switch (language) {
      case JAPANESE, EASY_JAPANESE, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE -> "。";
      case ENGLISH, KOREAN, PORTUGUESE, VIETNAMESE -> ".";
    };
  }
}
