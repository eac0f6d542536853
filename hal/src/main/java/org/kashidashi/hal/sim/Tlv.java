package org.kashidashi.hal.sim;

import java.io.ByteArrayOutputStream;

/** Writes BER-TLV data objects (ISO/IEC 7816-4, 6.3). */
final class Tlv {
  private Tlv() {}

  /** One data object; several values are put one after the other. */
  static byte[] of(int tag, byte[]... values) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] value : values) {
      body.writeBytes(value);
    }
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    if (tag > 0xFF) {
      object.write(tag >> 8);
    }
    object.write(tag);
    int length = body.size();
    if (length > 0xFF) {
      object.write(0x82);
      object.write(length >> 8);
    } else if (length > 0x7F) {
      object.write(0x81);
    }
    object.write(length);
    object.writeBytes(body.toByteArray());
    return object.toByteArray();
  }
}
