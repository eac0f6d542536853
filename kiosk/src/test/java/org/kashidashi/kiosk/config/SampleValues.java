package org.kashidashi.kiosk.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** For every setting a usual value, another good one, and bad ones. */
final class SampleValues {
  private static final String TEXT_40 = "\"" + "x".repeat(40) + "\"";

  private static final String STANDARD_HELP = "['linking', 'expiry', 'lost', 'desks']";

  private SampleValues() {}

  record Row(String key, String usual, String other, List<String> bad) {
    /** The other value, with what it needs elsewhere. */
    Map<String, String> withOther() {
      Map<String, String> values = with(other);
      if (key.equals("kiosk.mode")) {
        values.put("reader.driver", "'pcsc'");
        values.put("scanner.driver", "'serial'");
        values.put("resolver.driver", "'http'");
      }
      if (key.equals("kiosk.role") || key.startsWith("counter.")) {
        values.put("kiosk.role", "'counter'");
        values.put("session.offers.services", "[]");
        values.put("session.offers.help", STANDARD_HELP);
      }
      if (key.equals("display.driver")) {
        values.put("touch.driver", "'evdev'");
      }
      return values;
    }

    Map<String, String> with(String value) {
      Map<String, String> values = usualValues();
      values.put(key, value);
      return values;
    }

    @Override
    public String toString() {
      return key;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row("kiosk.id", "'k1'", "'k2'", "''", "'K1'", "'k_1'", TEXT_40, "1", "'k1 '"),
        row("kiosk.mode", "'test'", "'production'", "'demo'", "'TEST'", "true"),
        row("kiosk.role", "'self_checkout'", "'counter'", "'desk'", "true"),
        row("kiosk.label", "'1号機'", "'2号機'", "''", "'123456789'", "'a\tb'", "1"),
        row("kiosk.time_zone", "'Asia/Tokyo'", "'UTC'", "'Tokyo'", "''", "9"),
        row("kiosk.state_directory", "'/var/a'", "'/var/b'", "'var/a'", "''", "\"/a\\u0000\""),
        row("kiosk.clock_battery", "false", "true", "'yes'", "1"),
        row("library.id", "'lib'", "'lib2'", "''", "'Lib'", TEXT_40),
        row("library.name", "'貸出図書館'", "'別図書館'", "''", TEXT_40, "5"),
        row("library.counter", "'カウンター'", "'2階カウンター'", "''", TEXT_40),
        row("library.municipality", "''", "'貸出市'", TEXT_40, "1"),
        row("library.telephone", "''", "'0120-000-000'", "'call'", TEXT_40),
        row("library.web", "''", "'https://library.example/'", "'図書館'", "'a b'"),
        row("library.hours", "'9:00-20:00'", "''", "'%s'".formatted("9".repeat(41)), "9"),
        row("library.card_stop", "'0120-95-0178'", "'099-999-9999'", "''", "'zero'"),
        row("help_desk.card.telephone", "'0120-95-0178'", "'099 / 098'", "''", "'zero'", TEXT_40),
        row("help_desk.card.hours", "'9:30-20:00'", "''", "'nine'", TEXT_40, "9"),
        row("help_desk.card.holiday_hours", "'9:30-17:30'", "''", "'nine'", TEXT_40),
        row("help_desk.card.closed", "'12/29-1/3'", "''", "'Monday'", TEXT_40),
        row("help_desk.card.choice", "''", "'1'", "'one'", "'12345'", "1"),
        row("help_desk.certificate.telephone", "''", "'0570-02-2325'", "'zero'", TEXT_40),
        row("help_desk.certificate.hours", "''", "'9:00-20:00'", "'nine'", TEXT_40),
        row("help_desk.certificate.closed", "''", "'12/29-1/3'", "'Monday'", TEXT_40),
        row("look.title", "'#002255'", "'#550022'", "'#ffdd55'", "'blue'", "'#00225'", "0"),
        row("look.button", "'#004499'", "'#005500'", "'#777777'", "'004499'", "''"),
        row("look.logo", "''", "'/etc/kashidashi/logo.png'", "'logo.png'", "1"),
        row("session.idle", "'60 s'", "'2 min'", "'19 s'", "'11 min'", "60", "'1 hour'", "''"),
        row("session.warning", "'30 s'", "'31 s'", "'19 s'", "'3 min'"),
        row("session.finished", "'10 s'", "'5 s'", "'4 s'", "'61 s'", "'-5 s'"),
        row("session.card_lift", "'before_items'", "'at_end'", "'never'"),
        row("session.items_maximum", "100", "1", "0", "101", "1.5", "'1'", "9223372036854775807"),
        row("session.error_slips", "true", "false", "1"),
        row(
            "session.offers.languages",
            "['japanese', 'english']",
            "['english', 'japanese']",
            "[]",
            "['english', 'english']",
            "['klingon']",
            "'english'"),
        row(
            "session.offers.services",
            "['practice', 'staff_call']",
            "[]",
            "['coffee']",
            "'staff_call'"),
        row("session.offers.help", "['linking']", "['lost', 'mykey']", "['fines']", "'lost'"),
        row("counter.language", "'japanese'", "'english'", "'korean'", "1"),
        row("counter.idle", "'5 min'", "'10 min'", "'59 s'", "'31 min'", "5"),
        row(
            "counter.tasks",
            "['lend', 'take_back', 'patron', 'link', 'unlink', 'cases']",
            "['lend']",
            "['sell']",
            "'lend'"),
        row("console.language", "'japanese'", "'english'", "'korean'", "1"),
        row("console.idle", "'5 min'", "'10 min'", "'59 s'", "'31 min'", "5"),
        row(
            "console.lines",
            "['ttyAMA0', 'ttyS0', 'ttyGS0']",
            "['0403:6001']",
            "['/dev/ttyS0']",
            "['tty']",
            "['0403:600']",
            "'ttyS0'"),
        row(
            "console.technicians",
            "[]",
            "['yamada:admin:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'sato:view']",
            "['yamada']",
            "['yamada:root']",
            "['Yamada:admin']",
            "['yamada:admin:AAAA']",
            "['yamada:admin', 'yamada:view']",
            "'yamada:admin'"),
        row("barcode.start_stop", "'stripped'", "'kept'", "'drop'"),
        row("barcode.library_card.prefix", "'2'", "'3'", "'２'", "'2*'", TEXT_40),
        row("barcode.library_card.shortest", "10", "9", "0", "33", "11", "'10'"),
        row("barcode.library_card.longest", "10", "11", "0", "33"),
        row("barcode.library_card.check_digit", "'none'", "'m10w21_split'", "'luhn'"),
        row("barcode.item.prefix", "'1'", "'12'", "'1 '"),
        row("barcode.item.shortest", "10", "9", "0", "33", "11"),
        row("barcode.item.longest", "10", "11", "0", "33"),
        row("barcode.item.check_digit", "'none'", "'m10w21_whole'", "'mod10'"),
        row("reader.driver", "'simulated'", "'pcsc'", "'nfc'"),
        row("reader.name", "'*'", "'ACS*'", "''", "'リーダー'"),
        row("reader.library", "'libpcsclite.so.1'", "'/usr/lib/libpcsclite.so'", "''", "'a b'"),
        row("scanner.driver", "'simulated'", "'serial'", "'usb'"),
        row("scanner.path", "'/dev/ttyACM0'", "'/dev/ttyACM1'", "'ttyACM0'", "3"),
        row("scanner.baud", "9600", "115200", "9601", "300", "0", "'9600'"),
        row("scanner.data_bits", "8", "7", "6", "'8'"),
        row("scanner.parity", "'none'", "'even'", "'mark'"),
        row("scanner.stop_bits", "1", "2", "0", "3"),
        row("scanner.prefix", "''", "\"\\u0002\"", "\"\\r\"", "'123456789'", "'本'"),
        row("scanner.suffix", "''", "'#'", "\"\\t\"", "'123456789'"),
        row("scanner.keymap", "'us'", "'jp'", "'de'"),
        row("scanner.silence", "'100 ms'", "'50 ms'", "'19 ms'", "'1 s'"),
        row("scanner.device.name", "'Example'", "'Other*'", "''", "\"a\\tb\"", "1"),
        row("scanner.device.product", "'*'", "'0c2e:*'", "'0c2e'", "'0c2e:02061'", "''"),
        row("scanner.device.path", "'*'", "'/dev/input/by-path/*kbd'", "'event0'", "''", "'/a b'"),
        row("display.driver", "'terminal'", "'framebuffer'", "'x11'"),
        row("display.path", "'/dev/fb0'", "'/dev/fb1'", "'fb0'", "''"),
        row("display.sysfs", "''", "'/sys/class/graphics/fb1'", "'fb1'"),
        row("display.rotation", "0", "270", "45", "-90", "360", "'90'"),
        row("display.width_mm", "154", "217", "-1", "2001"),
        row("display.height_mm", "86", "136", "-1", "2001"),
        row("display.consoles", "[]", "['/dev/tty1']", "'/dev/tty1'", "['tty1']"),
        row("display.tty", "''", "'/dev/tty1'", "'tty1'"),
        row("display.columns", "60", "80", "59", "201"),
        row("display.rows", "22", "30", "21", "101"),
        row("touch.driver", "'none'", "'evdev'", "'libinput'"),
        row("touch.rotation", "0", "90", "1", "'0'"),
        row(
            "touch.calibration",
            "[]",
            "[1.0, 0, 0, 0, -1.0, 1]",
            "[1.0]",
            "['1', '0', '0', '0', '1', '0']",
            "[101, 0, 0, 0, 1, 0]",
            "[1, 0, 0, 0, 1, 0, 0]"),
        row("touch.device.name", "'Example'", "'Other*'", "''", "\"a\\tb\"", "1"),
        row("touch.device.product", "'*'", "'0c2e:*'", "'0c2e'", "'0c2e:02061'", "''"),
        row("touch.device.path", "'*'", "'/dev/input/by-path/*kbd'", "'event0'", "''", "'/a b'"),
        row("keypad.driver", "'none'", "'evdev'", "'usb'"),
        row("keypad.keymap", "'jp'", "'us'", "'fr'"),
        row("keypad.enter", "'confirms'", "'ignored'", "'stops'"),
        row("keypad.device.name", "'Example'", "'Other*'", "''", "\"a\\tb\"", "1"),
        row("keypad.device.product", "'*'", "'0c2e:*'", "'0c2e'", "'0c2e:02061'", "''"),
        row("keypad.device.path", "'*'", "'/dev/input/by-path/*kbd'", "'event0'", "''", "'/a b'"),
        row("keyboards.guard", "false", "true", "'no'", "0"),
        row("keyboards.expected", "[]", "['0627:0001']", "['0627']", "['*:*']", "'0627:0001'"),
        row("printer.driver", "'none'", "'simulated'", "'star'"),
        row("printer.columns", "32", "48", "23", "81"),
        row("printer.path", "'/dev/usb/lp0'", "'/dev/ttyUSB0'", "'lp0'", "3"),
        row("printer.line", "'usb'", "'serial'", "'network'"),
        row("printer.baud", "115200", "9600", "300", "'9600'"),
        row("printer.flow", "'hardware'", "'xon_xoff'", "'dtr'"),
        row("printer.paper", "80", "58", "57", "0"),
        row("printer.cut", "'partial'", "'none'", "'half'"),
        row("printer.confirming", "true", "false", "'yes'"),
        row("printer.titles", "true", "false", "'yes'"),
        row("printer.all_loans", "false", "true", "'no'"),
        row("signal.driver", "'none'", "'gpio'", "'pwm'"),
        row("signal.device", "'default'", "'plughw:1,0'", "''", "'a b'", "'$(x)'", "1"),
        row("signal.volume", "50", "100", "0", "101", "'50'"),
        row("speech.driver", "'none'", "'engine'", "'cloud'", "true"),
        row(
            "speech.engine",
            "['/usr/bin/espeak-ng']",
            "['/opt/voice', '--text', '-']",
            "[]",
            "['espeak-ng']",
            "'/usr/bin/espeak-ng'",
            "['/a', '']",
            "['/a', \"b\\nc\"]",
            "[" + "'/a',".repeat(25) + "]"),
        row("speech.speed", "160", "80", "79", "301", "'160'"),
        row("speech.volume", "50", "100", "0", "101"),
        row("speech.kana", "true", "false", "'no'"),
        row("speech.device", "'default'", "''", "'a b'", "'%s'".formatted("x".repeat(65))),
        row("speech.voices.japanese", "'ja'", "'ja-f'", "''", "'a b'", "'-x'"),
        row("speech.voices.easy_japanese", "'ja'", "'ja-f'", "''"),
        row("speech.voices.english", "'en'", "'en-us'", "''"),
        row("speech.voices.simplified_chinese", "'cmn-latn-pinyin'", "'yue'", "''"),
        row("speech.voices.traditional_chinese", "'cmn-latn-pinyin'", "'yue'", "''"),
        row("speech.voices.korean", "'ko'", "'ko+f2'", "''"),
        row("speech.voices.portuguese", "'pt-br'", "'pt'", "''"),
        row("speech.voices.vietnamese", "'vi'", "'vi-vn-x-south'", "''"),
        row("switches.driver", "'none'", "'gpio'", "'usb'"),
        row("gpio.lamp_ready", "17", "2", "1", "28", "-1", "'17'"),
        row("gpio.lamp_reading", "27", "0", "1", "28"),
        row("gpio.lamp_attention", "22", "3", "1", "28"),
        row("gpio.buzzer", "23", "4", "1", "28"),
        row("gpio.door_shut", "25", "5", "1", "28"),
        row("gpio.staff_call", "24", "6", "1", "28"),
        row("gpio.outputs", "'high'", "'low'", "1", "'up'"),
        row("gpio.inputs", "'low'", "'high'", "0"),
        row(
            "central.url",
            "'http://127.0.0.1:8080'",
            "'https://central.example'",
            "'http://central.example'",
            "'http://127.0.0.1.example'",
            "'https://user:word@central.example'",
            "'ftp://127.0.0.1'",
            "'127.0.0.1:8080'",
            "'https://'",
            "'https://central.example/path'",
            "''",
            "' '"),
        row("central.lookup_budget", "'1500 ms'", "'500 ms'", "'199 ms'", "'11 s'", "2"),
        row("central.operations_limit", "'30 s'", "'60 s'", "'999 ms'", "'121 s'"),
        row("central.start_spread", "'5 min'", "'0 s'", "'31 min'", "5"),
        row("resolver.driver", "'simulated'", "'http'", "'mykey'"),
        row("resolver.file", "'/tmp/persons'", "'/tmp/people'", "'persons'", "''"),
        row(
            "resolver.url",
            "'https://authority.example:8443'",
            "'http://127.0.0.1:8443'",
            "'http://authority.example'",
            "'authority.example'",
            "'https://authority.example/path'",
            "1"),
        row("resolver.certificates", "''", "'/etc/authority.pem'", "'authority.pem'", "1"),
        row("resolver.secret", "''", "'/etc/authority.secret'", "'authority.secret'", "1"),
        row("resolver.limit", "'5 s'", "'1 s'", "'199 ms'", "'31 s'", "5"),
        row("resolver.cache", "'24 h'", "'0 s'", "'8 d'", "'always'"),
        row("identity.proof", "'certificate'", "'card_challenge'", "'pin'", "''"),
        row("registry.fresh", "'10 min'", "'0 s'", "'25 h'"),
        row("registry.usable", "'7 d'", "'1 d'", "'31 d'", "'1 min'"),
        row("trust.directory", "'/var/trust'", "'/srv/trust'", "'trust'"),
        row(
            "trust.test_policies",
            "[]",
            "['1.2.3']",
            "'1.2.3'",
            "['x']",
            "[1]",
            "['1.2', '1.2', '1.2', '1.2', '1.2']"),
        row("metrics.file", "''", "'/run/kashidashi/metrics'", "'metrics'", "1"),
        row("metrics.push_url", "''", "'https://push.example/metrics'", "'push'", "'ftp://x/'"),
        row("metrics.every", "'1 min'", "'10 s'", "'9 s'", "'2 h'", "60"));
  }

  static Map<String, String> usualValues() {
    Map<String, String> values = new LinkedHashMap<>();
    rows().forEach(row -> values.put(row.key(), row.usual()));
    return values;
  }

  /** One setting a line, each with its whole key. */
  static String file(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    return text.toString();
  }

  static int line(String text, String key) {
    List<String> lines = text.lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).startsWith(key + " ")) {
        return index + 1;
      }
    }
    throw new IllegalArgumentException("no " + key);
  }

  private static Row row(String key, String usual, String other, String... bad) {
    return new Row(key, usual, other, List.of(bad));
  }
}
