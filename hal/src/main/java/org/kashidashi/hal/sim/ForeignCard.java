package org.kashidashi.hal.sim;

import java.util.HexFormat;
import java.util.Set;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;

/** A chip card of another kind: it knows some applications by name, none of them ours. */
final class ForeignCard implements SimCard {
  private static final int INS_SELECT = 0xA4;
  private static final int SELECT_BY_NAME = 0x04;

  private final byte[] atr;
  private final Set<String> applications;
  private final StatusWord refusal;

  private ForeignCard(String atr, Set<String> applications, StatusWord refusal) {
    this.atr = HexFormat.of().parseHex(atr);
    this.applications = Set.copyOf(applications);
    this.refusal = refusal;
  }

  /** 運転免許証: two applications with names of 16 bytes. */
  static ForeignCard driversLicence() {
    return new ForeignCard(
        "3B888001000000009181C100D8",
        Set.of("A0000002310100000000000000000000", "A0000002310200000000000000000000"),
        StatusWord.NOT_FOUND);
  }

  /** 在留カード: three applications with names of 16 bytes. */
  static ForeignCard residenceCard() {
    return new ForeignCard(
        "3B888001000000009181C100D8",
        Set.of(
            "D392F0004F0200000000000000000000",
            "D392F0004F0300000000000000000000",
            "D392F0004F0400000000000000000000"),
        StatusWord.NOT_FOUND);
  }

  /** FeliCa: no ISO command at all; the reader makes up the answer to reset (PC/SC part 3). */
  static ForeignCard transit() {
    return new ForeignCard(
        "3B8F8001804F0CA00000030611003B0000000042", Set.of(), StatusWord.FUNCTION_NOT_SUPPORTED);
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    String wanted = HexFormat.of().withUpperCase().formatHex(command.data());
    boolean selected = command.ins() == INS_SELECT
        && command.p1() == SELECT_BY_NAME
        && applications.contains(wanted);
    return ResponseApdu.of(selected ? StatusWord.SUCCESS : refusal);
  }

  @Override
  public byte[] atr() {
    return atr.clone();
  }

  @Override
  public void reset() {
    // It keeps no state that a command could see.
  }

  @Override
  public void powerOff() {
    // It keeps no state that a command could see.
  }
}
