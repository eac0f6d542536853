package org.kashidashi.sync.registry.http;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.central.CentralAnswer;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.JsonFields;
import org.kashidashi.sync.ils.central.MalformedAnswerException;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.LinkRegistry;
import org.kashidashi.sync.registry.PersonIdentifier;

/** The link registry that central keeps. */
public final class HttpLinkRegistry implements LinkRegistry {
  private static final String PATH = "/v1/link-lookups";
  private static final String CARD_KEY = "card_key";

  private enum Outcome {
    LINKED,
    NOT_LINKED,
    REISSUED
  }

  private final CentralExchange exchange;

  public HttpLinkRegistry(CentralExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public LinkAnswer find(PersonIdentifier person) {
    JsonObject question = new JsonObject();
    question.addProperty("kind", person.kind().name());
    question.addProperty("identifier", person.value());
    return switch (exchange.lookUp(PATH, question)) {
      case CentralAnswer.Ok ok -> answer(ok.body());
      case CentralAnswer.Wrong wrong ->
        new LinkAnswer.Unreachable(
            "%s: status %d %s".formatted(PATH, wrong.status(), wrong.code()));
      case CentralAnswer.None none -> new LinkAnswer.Unreachable(none.reason());
    };
  }

  private static LinkAnswer answer(JsonFields body) {
    try {
      return switch (body.constant(Outcome.class, "outcome")) {
        case LINKED -> new LinkAnswer.Linked(patron(body.text("patron")), cardKey(body));
        case NOT_LINKED -> new LinkAnswer.NotLinked();
        case REISSUED -> new LinkAnswer.Reissued();
      };
    } catch (MalformedAnswerException e) {
      return new LinkAnswer.Unreachable("%s: %s".formatted(PATH, e.getMessage()));
    }
  }

  /** A key that is none is no answer: a link without one might be taken for a weaker one. */
  private static Optional<CardKey> cardKey(JsonFields body) throws MalformedAnswerException {
    if (!body.has(CARD_KEY)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CardKey(Base64.getDecoder().decode(body.text(CARD_KEY))));
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("member '%s' is not a key in base64".formatted(CARD_KEY));
    }
  }

  private static PatronId patron(String number) throws MalformedAnswerException {
    try {
      return new PatronId(number);
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswerException("member 'patron' is not a library card number");
    }
  }
}
