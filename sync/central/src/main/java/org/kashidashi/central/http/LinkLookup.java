package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Base64;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.registry.LinkRecord;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;

/** Which library card a person is linked to. */
final class LinkLookup implements Route.Request {
  private final CentralStore store;

  LinkLookup(CentralStore store) {
    this.store = store;
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    IdentifierKind kind = members.oneOf("kind", IdentifierKind.class);
    String identifier = members.text("identifier", LinkRecord.IDENTIFIER);
    members.end();

    JsonObject answer = new JsonObject();
    switch (store.link(new PersonIdentifier(kind, identifier))) {
      case FoundLink.Linked linked -> {
        answer.addProperty("outcome", "LINKED");
        answer.addProperty("patron", linked.patron().number());
        linked
            .cardKey()
            .map(key -> Base64.getEncoder().encodeToString(key.spki()))
            .ifPresent(key -> answer.addProperty("card_key", key));
      }
      case FoundLink.NotLinked _ -> answer.addProperty("outcome", "NOT_LINKED");
      case FoundLink.Reissued _ -> answer.addProperty("outcome", "REISSUED");
    }
    return Answer.ok(answer);
  }
}
