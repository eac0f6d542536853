package org.kashidashi.hal.signal;

/** The tones of the kiosk, named by what they tell a person (JIS S 0013). */
public enum Tone {
  /** Something was felt: the card lies on the reader (受付音). */
  RECEIVED,
  /** One loan is durable. */
  LENT,
  /** Something was refused, or wants attention; never an alarm (注意音). */
  ATTENTION,
  /** A card was left behind (強注意音). */
  STRONG_ATTENTION,
  /** The session is over (終了音). */
  FINISHED
}
