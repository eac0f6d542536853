package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rows end: between phrases if that takes no more rows, and not within a word or number. */
final class BalanceTest {
  @ParameterizedTest
  @CsvSource({
    "暗証番号が ロックされています, 20, 暗証番号が|ロックされています",
    "2つの暗証番号(4桁)は 同じですか, 24, 2つの暗証番号(4桁)は|同じですか",
    "終わりました。カードをお取りください, 26, 終わりました。カードを|お取りください",
    "本を借りるかたは「開始」を押してください, 26, 本を借りるかたは|「開始」を押してください",
    "マイナンバーカードを, 18, マイナンバー|カードを",
    "プラットフォームの利用規約と, 18, プラットフォームの|利用規約と",
    "Please take your card, 12, Please take|your card",
    "短い, 20, 短い"
  })
  void endsRowsOfMuchTheSameLengthWhereOnePauses(String text, int columns, String rows) {
    assertEquals(List.of(rows.split("\\|", -1)), Balance.wrap(text, columns));
  }

  @ParameterizedTest
  @CsvSource({
    "切れている間は マイナンバーカードでも借りられません。, 34, 切れている間は|マイナンバーカードでも|借りられません。",
    "登録しても 貸出券はそのまま使えます。, 28, 登録しても 貸出券はそのまま|使えます。",
    "窓口で お手続きください, 16, 窓口で|お手続きください",
    "个人号码卡不能在这里使用, 12, 个人号码卡不|能在这里使用"
  })
  void endsFullRowsBetweenPhrasesIfPhrasesFit(String text, int columns, String rows) {
    assertEquals(List.of(rows.split("\\|", -1)), Balance.full(text, columns));
  }

  @ParameterizedTest
  @CsvSource({
    "平日 9:30-20:00、土日祝 9:30-17:30, 27, 平日 9:30-20:00、土日祝|9:30-17:30",
    "電話 0570-02-2325 / 03-5625-3849, 26, 電話 0570-02-2325 /|03-5625-3849",
    "0570-02-2325, 6, 0570-|02-|2325"
  })
  void breaksNoTimeAndNoTelephoneThatFits(String text, int columns, String rows) {
    assertEquals(List.of(rows.split("\\|", -1)), Balance.full(text, columns));
  }
}
