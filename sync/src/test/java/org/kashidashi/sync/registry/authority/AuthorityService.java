package org.kashidashi.sync.registry.authority;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonDetails;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/**
 * The service that {@code authority.openapi.json} describes, with the simulated authority in the
 * place of an official client. Holds each question and each answer against the description.
 */
final class AuthorityService implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedAuthority authority;
  private final Description description;
  private final String secret;
  private final MockWebServer server = new MockWebServer();

  /**
   * @param secret what askers must show; empty for nothing
   */
  AuthorityService(SimulatedAuthority authority, String secret) throws IOException {
    this.authority = authority;
    this.description = Description.read();
    this.secret = secret;
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return answer(request);
      }
    });
  }

  MockWebServer server() {
    return server;
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (!secret.isEmpty()
        && !("Bearer " + secret).equals(request.getHeaders().get("Authorization"))) {
      return error(401, "STRANGER");
    }
    try {
      JsonNode question =
          JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
      if (!"POST".equals(request.getMethod()) || !description.asks(path, question)) {
        return error(400, "MALFORMED");
      }
      ObjectNode answer = answer(path, question);
      if (answer.isEmpty()) {
        return error(503, "UNAVAILABLE");
      }
      description.check(path, answer);
      return response(200, answer);
    } catch (IOException e) {
      return error(400, "MALFORMED");
    }
  }

  private ObjectNode answer(String path, JsonNode question) {
    return switch (path) {
      case "/v1/resolutions" -> write(authority.resolve(certificate(question)));
      case "/v1/introductions" ->
        write(authority.introduce(
            new PinProof(
                certificate(question), bytes(question, "challenge"), bytes(question, "signature")),
            new IdentifierWish(kind(question), question.get("make_if_none").asBoolean())));
      case "/v1/signature-standings" ->
        write(authority.signatureStanding(
            new PersonIdentifier(kind(question), question.get("identifier").asText())));
      default -> throw new IllegalStateException(path);
    };
  }

  private static ObjectNode write(Resolution answer) {
    return switch (answer) {
      case Resolution.Resolved(PersonIdentifier person) -> person(outcome("RESOLVED"), person);
      case Resolution.OldMethodOnly _ -> outcome("OLD_METHOD_ONLY");
      case Resolution.UnknownPerson _ -> outcome("UNKNOWN_PERSON");
      case Resolution.Revoked _ -> outcome("REVOKED");
      case Resolution.Suspended _ -> outcome("SUSPENDED");
      case Resolution.Unavailable _ -> JSON.createObjectNode();
    };
  }

  private static ObjectNode write(Introduction answer) {
    return switch (answer) {
      case Introduction.Introduced introduced -> {
        ObjectNode written = person(outcome("INTRODUCED"), introduced.person());
        introduced.details().ifPresent(details -> written.set("person", details(details)));
        yield written;
      }
      case Introduction.NoIdentifier _ -> outcome("NO_IDENTIFIER");
      case Introduction.ProofWrong _ -> outcome("PROOF_WRONG");
      case Introduction.Revoked _ -> outcome("REVOKED");
      case Introduction.Suspended _ -> outcome("SUSPENDED");
      case Introduction.Unavailable _ -> JSON.createObjectNode();
    };
  }

  private static ObjectNode write(SignatureStanding answer) {
    return switch (answer) {
      case SignatureStanding.Valid _ -> outcome("VALID");
      case SignatureStanding.None _ -> outcome("NONE");
      case SignatureStanding.Revoked _ -> outcome("REVOKED");
      case SignatureStanding.UnknownPerson _ -> outcome("UNKNOWN_PERSON");
      case SignatureStanding.Unavailable _ -> JSON.createObjectNode();
    };
  }

  private static ObjectNode outcome(String outcome) {
    return JSON.createObjectNode().put("outcome", outcome);
  }

  private static ObjectNode person(ObjectNode answer, PersonIdentifier person) {
    return answer.put("kind", person.kind().name()).put("identifier", person.value());
  }

  private static ObjectNode details(PersonDetails details) {
    ObjectNode written = JSON.createObjectNode()
        .put("name", details.name())
        .put("address", details.address())
        .put("birth_date", details.birthDate().toString());
    details.sex().ifPresent(sex -> written.put("sex", sex.name()));
    return written;
  }

  private static PresentedCertificate certificate(JsonNode question) {
    return new PresentedCertificate(bytes(question, "certificate"), new byte[0], BigInteger.ONE);
  }

  private static IdentifierKind kind(JsonNode question) {
    return IdentifierKind.valueOf(question.get("kind").asText());
  }

  private static byte[] bytes(JsonNode question, String member) {
    return Base64.getDecoder().decode(question.get(member).asText());
  }

  private static MockResponse error(int status, String code) {
    ObjectNode error = JSON.createObjectNode();
    error.putObject("error").put("code", code);
    return response(status, error);
  }

  private static MockResponse response(int status, ObjectNode body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(body.toString())
        .build();
  }

  @Override
  public void close() {
    server.close();
    description.assertKept();
  }
}
