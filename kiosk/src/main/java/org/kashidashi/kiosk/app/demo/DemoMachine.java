package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** A demonstration's machine: its kiosk is started again for real, the machine below it is not. */
public final class DemoMachine implements MachineControl {
  private final DemoProcess kiosk;

  public DemoMachine(DemoProcess kiosk) {
    this.kiosk = kiosk;
  }

  @Override
  public List<String> log(int lines) throws IOException {
    return kiosk.log(lines).stream()
        .map(line -> line.replaceAll("\\p{Cntrl}", " "))
        .toList();
  }

  @Override
  public String exportLog() throws IOException {
    throw left("no stick can be plugged in");
  }

  @Override
  public List<String> clearLog() throws IOException {
    throw left("no stick can be plugged in");
  }

  @Override
  public String exportQueue(List<Waiting> queue) throws IOException {
    throw left("no stick can be plugged in");
  }

  @Override
  public LocalDate enrol(String code) throws IOException {
    throw left("its library system knows every kiosk");
  }

  @Override
  public void restartKiosk() {
    kiosk.restart();
  }

  @Override
  public void reboot() throws IOException {
    throw left("the machine is yours, it is not restarted");
  }

  @Override
  public void factoryReset(ServiceMode before) throws IOException {
    throw left("the machine is yours, nothing is erased");
  }

  private static IOException left(String why) {
    return new IOException("this is a demonstration: " + why);
  }
}
