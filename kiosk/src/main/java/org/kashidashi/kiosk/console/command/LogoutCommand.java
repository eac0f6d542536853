package org.kashidashi.kiosk.console.command;

import java.util.List;
import org.kashidashi.kiosk.console.signin.Role;

/** Leaves the console. */
final class LogoutCommand implements Command {
  @Override
  public List<Form> forms() {
    return List.of(Form.of("logout", Role.VIEW, _ -> Form.Next.LOG_OUT));
  }
}
