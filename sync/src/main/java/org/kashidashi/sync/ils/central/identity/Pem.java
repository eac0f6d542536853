package org.kashidashi.sync.ils.central.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that holds binary blocks, in the strict form of RFC 7468. */
final class Pem {
  private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final Pattern BLOCK = Pattern.compile(
      "-----BEGIN ([A-Z ]+)-----\n((?:[A-Za-z0-9+/]{1,64}={0,2}\n)+)-----END \\1-----\n");

  /** One block. */
  @SuppressWarnings("ArrayRecordComponent") // Short-lived, and never compared.
  record Block(String label, byte[] content) {
    @Override
    public String toString() {
      return label;
    }
  }

  private Pem() {}

  static byte[] write(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append("-----BEGIN ").append(block.label()).append("-----\n");
      text.append(ENCODER.encodeToString(block.content())).append('\n');
      text.append("-----END ").append(block.label()).append("-----\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The contents of exactly these blocks, in this order, and of nothing between or after them. */
  static List<byte[]> read(byte[] file, List<String> labels) throws UnfitCertificateException {
    Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
    List<byte[]> contents = new ArrayList<>();
    int end = 0;
    for (String label : labels) {
      if (!matcher.find(end) || matcher.start() != end || !label.equals(matcher.group(1))) {
        throw new UnfitCertificateException(
            "the block %s is not where it must be".formatted(label));
      }
      contents.add(decode(label, matcher.group(2)));
      end = matcher.end();
    }
    if (end != file.length) {
      throw new UnfitCertificateException("there is something after the last block");
    }
    return contents;
  }

  private static byte[] decode(String label, String lines) throws UnfitCertificateException {
    try {
      return Base64.getDecoder().decode(lines.replace("\n", ""));
    } catch (IllegalArgumentException malformed) {
      throw new UnfitCertificateException("the block %s is not base64".formatted(label), malformed);
    }
  }
}
