package org.kashidashi.hal.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Optional;

/** Opens a serial line so that it does not become the controlling terminal of the process. */
final class SerialConnection {
  /** How long one read waits: after this a silent line is looked at from above again. */
  static final int SLICE_MILLIS = 50;

  private SerialConnection() {}

  /**
   * A line opened by name, at the moment of asking: behind a link there may be another device each
   * time. The library opens with O_NOCTTY; a tty that controls the process would end it by SIGHUP
   * when it is unplugged.
   */
  static Optional<SerialPort> open(SerialSettings settings) {
    try {
      SerialPort port = SerialPort.getCommPort(settings.device().toString());
      port.setComPortParameters(
          settings.baudRate(), settings.dataBits(), stopBits(settings), parity(settings));
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
      return port.openPort() ? Optional.of(port) : Optional.empty();
    } catch (SerialPortInvalidPortException e) {
      return Optional.empty(); // the library's way to say that there is no such device
    }
  }

  private static int stopBits(SerialSettings settings) {
    return settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
  }

  private static int parity(SerialSettings settings) {
    return switch (settings.parity()) {
      case NONE -> SerialPort.NO_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
    };
  }
}
