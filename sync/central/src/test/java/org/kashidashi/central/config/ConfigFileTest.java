package org.kashidashi.central.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.central.registry.Site;
import org.kashidashi.central.registry.Sites;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.authority.AuthorityPlace;

class ConfigFileTest {
  private static final String GOOD = """
      [library]
      id = "demo"
      name = "見本市立図書館"
      time_zone = "Asia/Tokyo"

      [listen]
      host = "127.0.0.1"
      port = 8620

      [store]
      database = "central.db"

      [loan]
      limit = 30
      days = 15
      lend_to = "ANYONE"
      """;

  private static final String DECIDED = """
      [link]
      eligibility = "RESIDENTS_AND_COMMUTERS"
      identifier = "MYKEY_ID"
      mykey_made = "BEFOREHAND"
      reissue = "INHERIT"

      [person]
      keep = ["NAME", "ADDRESS", "BIRTH_DATE", "SEX"]

      [validity]
      rule = "BIRTHDAY"
      birthday_rule = "ON_OR_AFTER_THREE_YEARS"
      months = 24

      [authority]
      url = "https://authority.example:8443"
      limit_seconds = 6
      certificates = "authority.pem"
      secret = "/keys/authority.secret"
      """;

  private static final String COUNTERS = """

      [site.a]
      name = "中央図書館"
      counter = "1階カウンター"
      hours = "9-19"
      telephone = "000-000-0000"
      stations = ["k1", "c1"]

      [site.b]
      name = "駅前配本所"
      counter = "窓口"
      linking = false
      hours = "9-17"
      telephone = "000-000-0001"
      stations = ["k2"]

      [registration]
      prefix = "99999"
      length = 10
      check_digit = "M10W21_SPLIT"

      [old_method]
      import = true

      [audit]
      keep_months = 24
      """;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void readsAGoodFile() throws Exception {
    CentralConfig expected = new CentralConfig(
        new CentralConfig.Library("demo", "見本市立図書館"),
        new CentralConfig.Listen("127.0.0.1", 8620),
        folder.resolve("central.db").toAbsolutePath(),
        new LoanRules(ZoneId.of("Asia/Tokyo"), 30, 15, LendTo.ANYONE),
        Optional.empty(),
        LibraryRules.usual(LendTo.ANYONE),
        Optional.empty(),
        CentralConfig.Counters.usual());
    assertEquals(expected, new ConfigFile(written(GOOD)).read());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "id = \"demo\", id = \"Demo\", 2, `a-z, 0-9 and hyphen`",
        "id = \"demo\", id = 5, 2, such as \"toda\"",
        "name = \"見本市立図書館\", name = \"  \", 3, the library's name",
        "time_zone = \"Asia/Tokyo\", time_zone = \"Tokyo\", 4, such as \"Asia/Tokyo\"",
        "host = \"127.0.0.1\", host = \"0.0.0.0\", 7, `add a section [tls]`",
        "host = \"127.0.0.1\", host = \"192.0.2.1\", 7, `add a section [tls]`",
        "port = 8620, port = 65536, 8, from 0 to 65535",
        "port = 8620, port = \"8620\", 8, from 0 to 65535",
        "port = 8620, port = 8620.0, 8, from 0 to 65535",
        "database = \"central.db\", database = \"\", 11, such as \"central.db\"",
        "database = \"central.db\", database = \"/\", 11, such as \"central.db\"",
        "limit = 30, limit = -1, 14, from 0 to 999",
        "days = 15, days = 0, 15, from 1 to 366",
        "days = 15, days = 367, 15, from 1 to 366",
        "lend_to = \"ANYONE\", lend_to = \"residents\", 16, RESIDENTS_AND_COMMUTERS",
        "days = 15, `days = 15\nnames = true`, 16, unknown key 'loan.names'",
        "days = 15, days = , 15, not TOML",
        "[loan], `[loans]\n[loan]`, 13, unknown key 'loans'",
      })
  void tellsLineAndRemedy(String good, String bad, int line, String remedy) throws Exception {
    assertTrue(GOOD.contains(good));
    String message = mistakes(GOOD.replace(good, bad));
    assertTrue(message.contains("central.toml:" + line + ": "), message);
    assertTrue(message.contains(remedy), message);
  }

  @Test
  void listensAnywhereIfKiosksAuthenticate() throws Exception {
    for (String host : List.of("0.0.0.0", "::", "192.0.2.7", "central.example", "127.0.0.1")) {
      String tls = "\n[tls]\nnames = [\"central.example\", \"192.0.2.7\", \"2001:db8::7\"]\n";
      CentralConfig config = new ConfigFile(written(GOOD.replace("127.0.0.1", host) + tls)).read();
      assertEquals(host, config.listen().host());
      CentralConfig.Tls expected = new CentralConfig.Tls(
          List.of("central.example", "192.0.2.7", "2001:db8::7"),
          folder.resolve("central.db.authority").toAbsolutePath());
      assertEquals(Optional.of(expected), config.tls());
    }
  }

  @Test
  void keepsTheAuthorityWhereTheFileSays() throws Exception {
    CentralConfig config = new ConfigFile(
            written(GOOD + "\n[tls]\nnames = [\"a.example\"]\ndirectory = \"/keys/ca\"\n"))
        .read();
    assertEquals(Path.of("/keys/ca"), config.tls().orElseThrow().authority());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names = []",
        "names = \"central.example\"",
        "names = [5]",
        "names = [\"Central.example\"]",
        "names = [\"*.example\"]",
        "names = [\"192.0.2.256\"]",
        "names = [\"192.0.2\"]",
        "names = [\"0.0.0.0\"]",
        "names = [\"fe80::1%eth0\"]",
        "names = [\"a\"]\ndirectory = \"\"",
        "names = [\"a\"]\nkey = \"x\"",
        "",
      })
  void tellsMistakesInTheSectionForKiosks(String section) throws Exception {
    String message = mistakes(GOOD + "\n[tls]\n" + section + "\n");
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains("tls."), message);
  }

  @Test
  void readsWhatTheLibraryHasDecided() throws Exception {
    CentralConfig config = new ConfigFile(written(GOOD + DECIDED)).read();

    assertEquals(
        new LibraryRules(
            LinkTo.RESIDENTS_AND_COMMUTERS,
            LendTo.ANYONE,
            Reissue.INHERIT,
            IdentifierKind.MYKEY_ID,
            MyKeyMade.BEFOREHAND,
            EnumSet.allOf(PersonMember.class),
            new ValidityRule.UntilBirthday(BirthdayRule.ON_OR_AFTER_THREE_YEARS)),
        config.rules());
    assertEquals(
        Optional.of(new AuthorityPlace(
            URI.create("https://authority.example:8443"),
            Duration.ofSeconds(6),
            Optional.of(folder.resolve("authority.pem").toAbsolutePath()),
            Optional.of(Path.of("/keys/authority.secret")))),
        config.authority());
  }

  @Test
  void refusesMonthlyCheckWithoutAnAuthorityToAsk() throws Exception {
    String message = mistakes(GOOD + "[validity]\nrule = \"MONTHLY_CHECK\"\n");
    assertTrue(message.contains("no section [authority]"), message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "RESIDENTS_AND_COMMUTERS, CITIZENS, 18, `RESIDENTS, RESIDENTS_AND_COMMUTERS`",
        "identifier = \"MYKEY_ID\", identifier = \"CERTIFICATE_SERIAL\", 19, USER_IDENTIFIER",
        "BEFOREHAND, NEVER, 20, AT_LINKING",
        "INHERIT, KEEP, 21, RELINK",
        "INHERIT, RELINK, 21, has the MyKey ID of the old one",
        "`\"SEX\"`, `\"HEIGHT\"`, 24, write a list",
        "`\"SEX\"`, 5, 24, write a list",
        "`keep = [`, `keep = \"NAME\" # [`, 24, write a list",
        "`\"NAME\", `, ``, 24, keep all of these",
        "`\"NAME\", \"ADDRESS\", \"BIRTH_DATE\", \"SEX\"`, ``, 27, needs the birth date",
        "BIRTHDAY, FOR_EVER, 27, MONTHLY_CHECK",
        "ON_OR_AFTER_THREE_YEARS, FOURTH_YEAR, 28, THIRD_CALENDAR_YEAR",
        "months = 24, months = 1, 29, from 2 to 120",
        "identifier = \"MYKEY_ID\", identifier = \"USER_IDENTIFIER\", 21, inherits no user identifier",
        "https://authority.example, http://authority.example, 32, such as",
        "https://authority.example, authority.example, 32, such as",
        "limit_seconds = 6, limit_seconds = 0, 33, from 1 to 7",
        "secret = \"/keys/authority.secret\", secret = \"\", 35, path of a file",
        "secret =, password =, 35, unknown key 'authority.password'",
      })
  void tellsMistakesInWhatTheLibraryHasDecided(String good, String bad, int line, String remedy)
      throws Exception {
    assertTrue((GOOD + DECIDED).contains(good));
    String message = mistakes((GOOD + DECIDED).replace(good, bad));
    assertTrue(message.contains("central.toml:" + line + ": "), message);
    assertTrue(message.contains(remedy), message);
  }

  @Test
  void readsWhatHappensAtCounters() throws Exception {
    CentralConfig.Counters counters =
        new ConfigFile(written(GOOD + COUNTERS)).read().counters();
    assertEquals(
        new CentralConfig.Counters(
            new Sites(List.of(
                new Site("中央図書館", "1階カウンター", true, "9-19", "000-000-0000", Set.of("k1", "c1")),
                new Site("駅前配本所", "窓口", false, "9-17", "000-000-0001", Set.of("k2")))),
            Optional.of(new CardSeries("99999", 10, CheckDigit.M10W21_SPLIT)),
            true,
            24),
        counters);
    assertTrue(counters.sites().linkingAt("c1"));
    assertFalse(counters.sites().linkingAt("k2"));
    assertFalse(counters.sites().linkingAt("k3"));
    assertEquals(List.of("中央図書館 1階カウンター (9-19, 000-000-0000)"), counters.sites().linkingPlaces());
  }

  @Test
  void linksEverywhereWhereNoSiteIsNamed() throws Exception {
    CentralConfig config = new ConfigFile(written(GOOD)).read();
    assertTrue(config.counters().sites().linkingAt("k3"));
    assertEquals(Optional.empty(), config.counters().series());
    assertFalse(config.counters().oldMethod());
    assertEquals(12, config.counters().auditMonths());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "name = \"中央図書館\", name = \"\", site.a.name",
        "counter = \"1階カウンター\", floor = 1, site.a.counter",
        "linking = false, linking = \"no\", site.b.linking",
        "`stations = [\"k1\", \"c1\"]`, `stations = [\"K1\"]`, site.a.stations",
        "`stations = [\"k2\"]`, `stations = [\"k1\"]`, stands at another site",
        "prefix = \"99999\", prefix = \"9999a\", need a prefix of",
        "length = 10, length = 6, need a prefix of",
        "length = 10, length = 17, registration.length",
        "M10W21_SPLIT, M11, registration.check_digit",
        "import = true, import = 1, old_method.import",
        "keep_months = 24, keep_months = 0, audit.keep_months",
        "keep_months = 24, keep_months = 121, audit.keep_months",
      })
  void tellsMistakesAboutCounters(String good, String bad, String key) throws Exception {
    assertTrue(COUNTERS.contains(good), good);
    String message = mistakes(GOOD + COUNTERS.replace(good, bad));
    assertTrue(message.contains(key), message);
  }

  @Test
  void tellsAllMistakesTogether() throws Exception {
    String message = mistakes(
        GOOD.replace("8620", "-1").replace("Asia/Tokyo", "Mars").replace("days = 15\n", ""));
    assertEquals(3, message.lines().count(), message);
    assertTrue(message.contains("'loan.days' is missing"), message);
  }

  @Test
  void tellsEveryMissingKeyOfAnEmptyFile() throws Exception {
    assertEquals(
        9, mistakes("").lines().filter(line -> line.contains("is missing")).count());
  }

  @Test
  void tellsThatAFileIsNotThere() {
    ConfigFile file = new ConfigFile(folder.resolve("none.toml"));
    String message = assertThrows(ConfigMistakesException.class, file::read).getMessage();
    assertTrue(String.valueOf(message).contains("NoSuchFileException"), message);
  }

  @Test
  void refusesAFileThatIsHugeOrNoText() throws IOException {
    Path huge = Files.writeString(folder.resolve("huge.toml"), "#".repeat(70_000));
    assertThrows(ConfigMistakesException.class, () -> new ConfigFile(huge).read());
    Path latin =
        Files.write(folder.resolve("latin.toml"), "# é".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(ConfigMistakesException.class, () -> new ConfigFile(latin).read());
  }

  private String mistakes(String text) throws IOException {
    ConfigFile file = new ConfigFile(written(text));
    return String.valueOf(
        assertThrows(ConfigMistakesException.class, file::read).getMessage());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("central.toml"), text);
  }
}
