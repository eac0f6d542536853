package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeSet;
import org.kashidashi.central.desk.SignInDesk;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Signs a member of staff in. */
final class CounterSignIn implements Route.Request {
  /** A counter has one keyboard. */
  private static final CallerLimits.Rate OF_A_STATION =
      new CallerLimits.Rate(10, Duration.ofSeconds(6));

  /** What judging passwords may cost central's machine. */
  private static final CallerLimits.Rate OF_ALL = new CallerLimits.Rate(60, Duration.ofSeconds(1));

  /** Longer than anybody types; what Argon2 takes in is bounded by it. */
  private static final int PASSWORD_MAXIMUM = 256;

  private final SignInDesk desk;
  private final CallerLimits limits;

  CounterSignIn(SignInDesk desk, Clock clock) {
    this.desk = desk;
    this.limits = new CallerLimits(OF_A_STATION, OF_ALL, clock);
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    StaffName name = members.value("name", StaffName::new);
    char[] password = members.text("password").toCharArray();
    members.end();
    try {
      if (password.length > PASSWORD_MAXIMUM) {
        throw RefusedException.meaningless(
            "password must have at most %d characters".formatted(PASSWORD_MAXIMUM));
      }
      if (!limits.admit(caller.kiosk() + " " + caller.network())) {
        throw new RefusedException(Refusal.BUSY, "too many sign-ins at a time, try again");
      }
      return answer(desk.signIn(name, password, caller.kiosk()));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static Answer answer(SignInDesk.Outcome outcome) throws RefusedException {
    return switch (outcome) {
      case SignInDesk.Outcome.Welcome welcome -> Answer.ok(json(welcome.ticket()));
      case SignInDesk.Outcome.Wrong _ ->
        Answer.refused(CounterRefusal.WRONG_SIGN_IN, "name or password is wrong");
      case SignInDesk.Outcome.LockedOut _ ->
        Answer.refused(CounterRefusal.LOCKED_OUT, "too many wrong passwords; wait 15 minutes");
      case SignInDesk.Outcome.Busy _ ->
        throw new RefusedException(Refusal.BUSY, "others sign in just now, try again");
    };
  }

  private static JsonObject json(StaffTicket ticket) {
    JsonArray roles = new JsonArray();
    new TreeSet<>(ticket.roles()).forEach(role -> roles.add(role.name()));
    JsonObject json = new JsonObject();
    json.addProperty("ticket", ticket.secret());
    json.add("roles", roles);
    return json;
  }
}
