package org.kashidashi.hal.sim;

/** Something that a reader does in the middle of a command. */
public sealed interface ReaderFault extends DeviceFault {
  /** Its cable is pulled. */
  record Unplugged() implements ReaderFault {}

  /** It feels a card that no longer answers. */
  record LosesCard() implements ReaderFault {}
}
