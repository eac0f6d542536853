package org.kashidashi.kiosk.session;

/** What a person can choose on a screen, by touch or key. */
public enum Action {
  /** 開始. */
  START,
  /** マイナンバーカード読取. */
  READ_CARD,
  /** 貸出券バーコード, 貸出券で借りる. */
  USE_LIBRARY_CARD,
  /** もう一度. */
  TRY_AGAIN,
  /** やめる: nothing has been lent yet. */
  STOP,
  /** 最初に戻る. */
  BACK_TO_START,
  /** レシートを出して終わる. */
  FINISH_WITH_RECEIPT,
  /** レシートなしで終わる. */
  FINISH_WITHOUT_RECEIPT,
  /** 終わる, 終了. */
  FINISH,
  /** 続ける. */
  GO_ON,
  /** 使い方. */
  HELP,
  /** 戻る, out of what is shown over a screen. */
  CLOSE_HELP,
  /** The next page of a list or of the help; after the last one the first. */
  NEXT_PAGE,
  /** The first line of a list of up to four. */
  PICK_1,
  PICK_2,
  PICK_3,
  PICK_4,
  /** The list of languages. */
  LANGUAGES,
  /** 大きな文字, and back. */
  LARGE_TEXT,
  /** The strongest contrast, and back. */
  CONTRAST,
  /** よみあげ, and back: key 8 on every screen. */
  SPEECH,
  /** 職員を呼ぶ, and back. */
  CALL_STAFF,
  /** 番号の紙を出す: what a refusal says, on paper for the counter. */
  PRINT_SLIP,
  /** 借りた本を見る, and back: what was lent before the power was cut. */
  SHOW_LOANS,
  /** れんしゅう. */
  PRACTICE,
  /** 借りている本: the patron's own loans, to be looked at and prolonged. */
  OWN_LOANS,
  /** 返却する. */
  GIVE_BACK,
  /** 取り消す: the last loan. */
  CANCEL_LAST
}
