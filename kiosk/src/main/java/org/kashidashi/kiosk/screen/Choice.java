package org.kashidashi.kiosk.screen;

import java.util.List;
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
  CLOSE_HELP(Action.CLOSE_HELP, Way.ON),
  /** つぎ. */
  NEXT(Action.NEXT_PAGE, Way.ASIDE),
  /** ほか: the buttons that found no room. */
  MORE(Action.NEXT_PAGE, Way.ASIDE),
  /** The languages, in several of them. */
  LANGUAGES(Action.LANGUAGES, Way.ASIDE),
  /** 大きな文字. */
  LARGE_TEXT(Action.LARGE_TEXT, Way.ASIDE),
  /** ふつうの文字. */
  NORMAL_TEXT(Action.LARGE_TEXT, Way.ASIDE),
  /** 白黒で見る. */
  HIGH_CONTRAST(Action.CONTRAST, Way.ASIDE),
  /** ふつうの色. */
  NORMAL_COLOURS(Action.CONTRAST, Way.ASIDE),
  /** 職員を呼ぶ. */
  CALL_STAFF(Action.CALL_STAFF, Way.ASIDE),
  /** 呼ぶのをやめる. */
  STAFF_CALLED(Action.CALL_STAFF, Way.ASIDE),
  /** 番号の紙を出す. */
  PRINT_SLIP(Action.PRINT_SLIP, Way.ASIDE),
  /** 記録を紙に出す. */
  PRINT_RECORD(Action.PRINT_SLIP, Way.ASIDE),
  /** 借りた本を見る. */
  SHOW_LOANS(Action.SHOW_LOANS, Way.ASIDE),
  /** 借りた本を隠す. */
  HIDE_LOANS(Action.SHOW_LOANS, Way.ASIDE),
  /** れんしゅう. */
  PRACTICE(Action.PRACTICE, Way.ASIDE),
  /** 借りている本. */
  OWN_LOANS(Action.OWN_LOANS, Way.ASIDE),
  /** 返却する. */
  GIVE_BACK(Action.GIVE_BACK, Way.ASIDE),
  /** 取り消す. */
  CANCEL_LAST(Action.CANCEL_LAST, Way.ASIDE),
  /** 使い方, where it has no place of its own. */
  HELP(Action.HELP, Way.ASIDE),
  /** 同意する. */
  AGREE(Action.GO_ON, Way.ON),
  /** 同意しない. */
  DISAGREE(Action.STOP, Way.OUT),
  /** はい、同じ. */
  SAME_PINS(Action.PICK_1, Way.ON),
  /** いいえ、別. */
  OTHER_PINS(Action.PICK_2, Way.ASIDE),
  /** わからない. */
  NOT_SURE(Action.PICK_3, Way.ASIDE),
  /** 決定: the digits are complete. */
  CONFIRM(Action.GO_ON, Way.ON),
  /** 消す: the digits. */
  ERASE(Action.TRY_AGAIN, Way.ASIDE),
  /** The first line of a list; its screen says what stands on it. */
  PICK_1(Action.PICK_1, Way.ASIDE),
  PICK_2(Action.PICK_2, Way.ASIDE),
  PICK_3(Action.PICK_3, Way.ASIDE),
  PICK_4(Action.PICK_4, Way.ASIDE);

  /** Where a button leads, which decides its place on the screen and its second key. */
  public enum Way {
    /** On with what the patron came for: left or top, key #. */
    ON,
    ASIDE,
    /** To the end of the session: right or bottom, key 0. */
    OUT
  }

  private static final List<Choice> LINES = List.of(PICK_1, PICK_2, PICK_3, PICK_4);

  private final Action action;
  private final Way way;

  Choice(Action action, Way way) {
    this.action = action;
    this.way = way;
  }

  /** One for each of so many lines of a list. */
  static List<Choice> lines(int count) {
    return LINES.subList(0, count);
  }

  /** The button for something that is done on the way out of a refusal. */
  static Choice of(Action action) {
    return switch (action) {
      case START -> START;
      case READ_CARD -> READ_CARD;
      case USE_LIBRARY_CARD -> BORROW_BY_LIBRARY_CARD;
      case TRY_AGAIN -> TRY_AGAIN;
      case STOP -> STOP;
      case BACK_TO_START -> BACK_TO_START;
      case FINISH_WITH_RECEIPT -> FINISH_WITH_RECEIPT;
      case FINISH_WITHOUT_RECEIPT -> FINISH_WITHOUT_RECEIPT;
      case FINISH -> FINISH;
      case GO_ON -> GO_ON;
      case HELP -> HELP;
      case CLOSE_HELP -> CLOSE_HELP;
      case NEXT_PAGE -> NEXT;
      case PICK_1 -> PICK_1;
      case PICK_2 -> PICK_2;
      case PICK_3 -> PICK_3;
      case PICK_4 -> PICK_4;
      case LANGUAGES -> LANGUAGES;
      case LARGE_TEXT -> LARGE_TEXT;
      case CONTRAST -> HIGH_CONTRAST;
      case CALL_STAFF -> CALL_STAFF;
      case SPEECH -> throw new IllegalArgumentException("speech has a key, and no button");
      case PRINT_SLIP -> PRINT_SLIP;
      case SHOW_LOANS -> SHOW_LOANS;
      case PRACTICE -> PRACTICE;
      case OWN_LOANS -> OWN_LOANS;
      case GIVE_BACK -> GIVE_BACK;
      case CANCEL_LAST -> CANCEL_LAST;
    };
  }

  public Action action() {
    return action;
  }

  public Way way() {
    return way;
  }
}
