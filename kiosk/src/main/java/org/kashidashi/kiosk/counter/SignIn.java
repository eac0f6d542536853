package org.kashidashi.kiosk.counter;

import java.util.Arrays;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Asks until a member of staff has signed in with an account of their own. */
final class SignIn {
  private final Talk talk;
  private final CounterRegistry registry;
  private final Replies replies;
  private final Consumer<AuditRecord> audit;

  SignIn(Talk talk, CounterRegistry registry, Consumer<AuditRecord> audit) {
    this.talk = talk;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.audit = audit;
  }

  StaffTicket ask() throws DialogueOverException {
    while (true) {
      String name = talk.askPlainly(Phrase.NAME);
      if (!StaffName.admits(name)) {
        talk.tell(Phrase.NO_NAME);
        continue;
      }
      try {
        StaffTicket ticket = signIn(new StaffName(name));
        audit.accept(new AuditRecord.AtCounter(CounterTask.SIGN_IN, CounterOutcome.DONE, ""));
        talk.tell(Phrase.SIGNED_IN, name);
        return ticket;
      } catch (TaskEndedException refused) {
        audit.accept(
            new AuditRecord.AtCounter(CounterTask.SIGN_IN, refused.outcome(), refused.code()));
      }
    }
  }

  private StaffTicket signIn(StaffName name) throws DialogueOverException, TaskEndedException {
    char[] password = talk.askSecretly(Phrase.PASSWORD);
    try {
      return replies.ok(registry.signIn(name, password));
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
