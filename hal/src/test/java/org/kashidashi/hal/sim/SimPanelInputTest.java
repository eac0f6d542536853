package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.hal.input.PanelInputContract;

class SimPanelInputTest extends PanelInputContract {
  SimPanelInputTest() {
    super(EnumSet.allOf(Ability.class));
  }

  @Override
  protected PanelBench bench() {
    SimPanelInput panel = new SimPanelInput(20, 4);
    return new PanelBench() {
      @Override
      public PanelInput input() {
        return panel;
      }

      @Override
      public void tap(int column, int row) {
        panel.tap(column, row);
      }

      @Override
      public void type(String keys) {
        panel.type(keys);
      }

      @Override
      public void hangUp() {
        panel.closePanel();
      }

      @Override
      public void unplug() {
        panel.unplug();
      }

      @Override
      public void replug() {
        panel.replug();
      }

      @Override
      public void close() {
        panel.close();
      }
    };
  }

  @Test
  void refusesWhatNoPanelCouldTell() {
    SimPanelInput panel = new SimPanelInput(20, 4);
    assertThrows(IllegalArgumentException.class, () -> panel.tap(20, 0));
    assertThrows(IllegalArgumentException.class, () -> panel.tap(0, -1));
    assertThrows(IllegalArgumentException.class, () -> panel.type("\n"));
    assertThrows(IllegalStateException.class, panel::replug);
    panel.type("1");
    assertEquals(1, panel.undelivered());
    panel.unplug();
    assertThrows(IllegalStateException.class, panel::unplug);
    assertThrows(IllegalStateException.class, () -> panel.type("1"));
    panel.close();
    assertThrows(IllegalStateException.class, () -> panel.type("1"));
  }
}
