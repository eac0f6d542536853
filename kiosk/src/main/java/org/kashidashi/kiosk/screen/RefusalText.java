package org.kashidashi.kiosk.screen;

/**
 * What the screen of a refusal says.
 *
 * @param title the shortest form
 * @param code to be shown at the counter
 * @param lines what happened, what to do, what still works: one row each
 * @param plain the same in plain words and kana (やさしい日本語); may be empty
 * @param english the same in English; may be empty
 */
public record RefusalText(String title, String code, String lines, String plain, String english) {}
