package org.kashidashi.kiosk.session;

/** What has to be mended, in the two languages that staff read whatever a patron has chosen. */
public record StaffWords(String japanese, String english) {}
