package org.kashidashi.kiosk.screen;

import org.kashidashi.kiosk.session.Action;

/** A button. Two buttons may lead to the same action under different words. */
public enum Choice {
  /** 開始. */
  START(Action.START, Way.ON),
  /** マイナンバーカード読取. */
  READ_CARD(Action.READ_CARD, Way.ON),
  /** 貸出券バーコード. */
  LIBRARY_CARD_BARCODE(Action.USE_LIBRARY_CARD, Way.ASIDE),
  /** 貸出券で借りる. */
  BORROW_BY_LIBRARY_CARD(Action.USE_LIBRARY_CARD, Way.ON),
  /** もう一度. */
  TRY_AGAIN(Action.TRY_AGAIN, Way.ON),
  /** やめる. */
  STOP(Action.STOP, Way.OUT),
  /** 最初に戻る. */
  BACK_TO_START(Action.BACK_TO_START, Way.OUT),
  /** レシートを出して終わる. */
  FINISH_WITH_RECEIPT(Action.FINISH_WITH_RECEIPT, Way.ASIDE),
  /** レシートなしで終わる. */
  FINISH_WITHOUT_RECEIPT(Action.FINISH_WITHOUT_RECEIPT, Way.OUT),
  /** 終わる. */
  FINISH(Action.FINISH, Way.OUT),
  /** 終了. */
  CLOSE(Action.FINISH, Way.OUT),
  /** 続ける. */
  GO_ON(Action.GO_ON, Way.ON),
  /** 戻る. */
  CLOSE_HELP(Action.CLOSE_HELP, Way.ON);

  /** Where a button leads, which decides its place on the screen and its second key. */
  public enum Way {
    /** On with what the patron came for: left or top, key #. */
    ON,
    ASIDE,
    /** To the end of the session: right or bottom, key 0. */
    OUT
  }

  private final Action action;
  private final Way way;

  Choice(Action action, Way way) {
    this.action = action;
    this.way = way;
  }

  public Action action() {
    return action;
  }

  public Way way() {
    return way;
  }
}
