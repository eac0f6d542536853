package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import java.time.Clock;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.central.staff.StaffAction;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.central.store.StaffRegister;
import org.kashidashi.central.store.StoreException;

/** Lets staff in to a route of the counter: by their ticket, then by their roles. */
final class StaffRequest implements Route.Request {
  /** What is done for who is let in. */
  interface Work {
    Answer answer(SignedIn who, StaffStep step, Members members)
        throws RefusedException, StoreException;
  }

  private final StaffRegister staff;
  private final Clock clock;
  private final StaffAction action;
  private final Work work;

  StaffRequest(StaffRegister staff, Clock clock, StaffAction action, Work work) {
    this.staff = staff;
    this.clock = clock;
    this.action = action;
    this.work = work;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    SignedIn who = signedIn(caller);
    StaffStep step = StaffStep.of(who, action, clock.instant());
    if (!action.allowedFor(who.roles())) {
      staff.note(step, Refusal.NOT_ALLOWED.name());
      throw new RefusedException(Refusal.NOT_ALLOWED, "the role of this account does not allow it");
    }
    return work.answer(who, step, Members.of(body, ""));
  }

  private SignedIn signedIn(Caller caller) throws RefusedException, StoreException {
    if (caller.staffSecret().isPresent()) {
      var who = staff.use(caller.staffSecret().get(), caller.kiosk(), clock.instant());
      if (who.isPresent()) {
        return who.get();
      }
    }
    throw new RefusedException(
        Refusal.NOT_SIGNED_IN, "sign in, and show the ticket in the header Kashidashi-Staff");
  }
}
