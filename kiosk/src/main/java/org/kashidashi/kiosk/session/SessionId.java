package org.kashidashi.kiosk.session;

/** Names one session at this kiosk; replies that name an older one are dropped. */
public record SessionId(long number) {}
