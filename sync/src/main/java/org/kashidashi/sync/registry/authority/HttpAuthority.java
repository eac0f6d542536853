package org.kashidashi.sync.registry.authority;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.ils.central.JsonFields;
import org.kashidashi.sync.ils.central.MalformedAnswerException;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.IdentityResolver;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * An authority behind a service that runs its client, which exists for other operating systems
 * only. The service is described by {@code authority.openapi.json}. Safe for any thread.
 */
public final class HttpAuthority implements Authority, IdentityResolver, AutoCloseable {
  private static final String RESOLUTIONS = "/v1/resolutions";
  private static final String INTRODUCTIONS = "/v1/introductions";
  private static final String STANDINGS = "/v1/signature-standings";
  private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,64}");

  private enum Resolved {
    RESOLVED,
    OLD_METHOD_ONLY,
    UNKNOWN_PERSON,
    REVOKED,
    SUSPENDED
  }

  private enum Introduced {
    INTRODUCED,
    NO_IDENTIFIER,
    PROOF_WRONG,
    REVOKED,
    SUSPENDED
  }

  private enum Standing {
    VALID,
    NONE,
    REVOKED,
    UNKNOWN_PERSON
  }

  private final AuthorityExchange exchange;

  public HttpAuthority(AuthorityAccess access) {
    this.exchange = new AuthorityExchange(access);
  }

  @Override
  public Resolution resolve(PresentedCertificate certificate) {
    JsonObject question = new JsonObject();
    question.addProperty("certificate", base64(certificate.der()));
    return switch (exchange.post(RESOLUTIONS, question)) {
      case AuthorityExchange.Answer.None none -> new Resolution.Unavailable(none.reason());
      case AuthorityExchange.Answer.Ok ok -> {
        try {
          yield resolution(ok.body());
        } catch (MalformedAnswerException e) {
          yield new Resolution.Unavailable("%s: %s".formatted(RESOLUTIONS, e.getMessage()));
        }
      }
    };
  }

  @Override
  public Introduction introduce(PinProof proof, IdentifierWish wish) {
    JsonObject question = new JsonObject();
    question.addProperty("certificate", base64(proof.certificate().der()));
    question.addProperty("challenge", base64(proof.challenge()));
    question.addProperty("signature", base64(proof.signature()));
    question.addProperty("kind", wish.kind().name());
    question.addProperty("make_if_none", wish.makeIfNone());
    return switch (exchange.post(INTRODUCTIONS, question)) {
      case AuthorityExchange.Answer.None none -> new Introduction.Unavailable(none.reason());
      case AuthorityExchange.Answer.Ok ok -> {
        try {
          yield introduction(ok.body(), wish);
        } catch (MalformedAnswerException e) {
          yield new Introduction.Unavailable("%s: %s".formatted(INTRODUCTIONS, e.getMessage()));
        }
      }
    };
  }

  @Override
  public SignatureStanding signatureStanding(PersonIdentifier person) {
    JsonObject question = new JsonObject();
    question.addProperty("kind", person.kind().name());
    question.addProperty("identifier", person.value());
    return switch (exchange.post(STANDINGS, question)) {
      case AuthorityExchange.Answer.None none -> new SignatureStanding.Unavailable(none.reason());
      case AuthorityExchange.Answer.Ok ok -> {
        try {
          yield standing(ok.body());
        } catch (MalformedAnswerException e) {
          yield new SignatureStanding.Unavailable("%s: %s".formatted(STANDINGS, e.getMessage()));
        }
      }
    };
  }

  @Override
  public void close() {
    exchange.close();
  }

  private static Resolution resolution(JsonFields body) throws MalformedAnswerException {
    return switch (body.constant(Resolved.class, "outcome")) {
      case RESOLVED -> new Resolution.Resolved(identifier(body));
      case OLD_METHOD_ONLY -> new Resolution.OldMethodOnly();
      case UNKNOWN_PERSON -> new Resolution.UnknownPerson();
      case REVOKED -> new Resolution.Revoked();
      case SUSPENDED -> new Resolution.Suspended();
    };
  }

  private static Introduction introduction(JsonFields body, IdentifierWish wish)
      throws MalformedAnswerException {
    return switch (body.constant(Introduced.class, "outcome")) {
      case INTRODUCED -> {
        PersonIdentifier person = identifier(body);
        if (person.kind() != wish.kind()) {
          throw new MalformedAnswerException("member 'kind' is not the kind that was asked for");
        }
        yield new Introduction.Introduced(
            person,
            body.has("person") ? Optional.of(details(body.fields("person"))) : Optional.empty());
      }
      case NO_IDENTIFIER -> new Introduction.NoIdentifier();
      case PROOF_WRONG -> new Introduction.ProofWrong();
      case REVOKED -> new Introduction.Revoked();
      case SUSPENDED -> new Introduction.Suspended();
    };
  }

  private static SignatureStanding standing(JsonFields body) throws MalformedAnswerException {
    return switch (body.constant(Standing.class, "outcome")) {
      case VALID -> new SignatureStanding.Valid();
      case NONE -> new SignatureStanding.None();
      case REVOKED -> new SignatureStanding.Revoked();
      case UNKNOWN_PERSON -> new SignatureStanding.UnknownPerson();
    };
  }

  private static PersonIdentifier identifier(JsonFields body) throws MalformedAnswerException {
    String value = body.text("identifier");
    if (!IDENTIFIER.matcher(value).matches()) {
      throw new MalformedAnswerException("member 'identifier' is not 1 to 64 ASCII characters");
    }
    return new PersonIdentifier(body.constant(IdentifierKind.class, "kind"), value);
  }

  private static PersonDetails details(JsonFields person) throws MalformedAnswerException {
    return new PersonDetails(
        line(person, "name", PersonDetails.NAME_MAXIMUM),
        line(person, "address", PersonDetails.ADDRESS_MAXIMUM),
        person.date("birth_date"),
        person.has("sex")
            ? Optional.of(person.constant(PersonDetails.Sex.class, "sex"))
            : Optional.empty());
  }

  /** Printable: it goes to screens and printers. */
  private static String line(JsonFields person, String name, int maximum)
      throws MalformedAnswerException {
    String text = person.text(name);
    if (text.isBlank()
        || text.length() > maximum
        || text.codePoints().anyMatch(HttpAuthority::isUnprintable)) {
      throw new MalformedAnswerException(
          "member '%s' is not 1 to %d printable characters".formatted(name, maximum));
    }
    return text;
  }

  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
