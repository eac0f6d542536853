package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.central.http.Description.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.config.CentralConfig;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.TestCard;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

/** Holds the routes of the counter in openapi.json against the running service. */
class CounterApiTest {
  private static final String PASSWORD = "a long enough password";
  private static final String ROUTES = "/v1/counter/";

  /** On loan in the demo library. */
  private static final String LENT = "1000000149";

  private static final String UNLINKED = "9999900120";

  @TempDir
  private Path folder = Path.of("");

  private CentralServer server;
  private CentralClient client;
  private Description description;

  @BeforeEach
  void start() throws Exception {
    CentralConfig config = DemoLibrary.counterConfig(folder, 0);
    DemoLibrary.load(config);
    DemoLibrary.addStaff(
        config, new StaffName("all"), PASSWORD.toCharArray(), EnumSet.allOf(StaffRole.class));
    DemoLibrary.addStaff(
        config, new StaffName("lending"), PASSWORD.toCharArray(), Set.of(StaffRole.CIRCULATION));
    server = CentralServer.start(
        config,
        CentralClient.CLOCK,
        SimulatedAuthority.of(new StringReader("""
                subject,answer,identifier,signature,name,address,birth_date,sex
                TARO,USER_IDENTIFIER,SIM-USER-9001,VALID,貸出 太郎,見本県見本市1-1,1990-03-01,OTHER
                """), Duration.ofSeconds(1)));
    client = new CentralClient(server.port());
    description = Description.of(client);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void describesItsOwnExamples() {
    for (Entry<String, JsonNode> path : counterPaths()) {
      JsonNode post = path.getValue().get("post");
      JsonNode request = post.at("/requestBody/content/application~1json");
      description.assertValid(request.get("schema"), request.at("/examples/example/value"));
      JsonNode answer = post.at("/responses/200/content/application~1json");
      description.assertValid(answer.get("schema"), answer.at("/examples/example/value"));
    }
  }

  @Test
  void describesWhatIsAskedAndAnswered() throws Exception {
    String ticket = signIn("all");
    int tried = 0;
    for (Entry<String, JsonNode> one : requests(ticket).entrySet()) {
      JsonNode request = one.getValue();
      description.assertValid(requestSchema(one.getKey()), request);
      for (JsonNode changed : changes(request)) {
        if (!description.problems(requestSchema(one.getKey()), changed).isEmpty()) {
          HttpResponse<String> refused = post(one.getKey(), changed, ticket);
          assertTrue(Set.of(400, 422).contains(refused.statusCode()), one.getKey() + " " + changed);
          assertDescribed(one.getKey(), refused);
          tried++;
        }
      }
      HttpResponse<String> done = post(one.getKey(), request, ticket);
      assertEquals(200, done.statusCode(), one.getKey() + " " + done.body());
      assertDescribed(one.getKey(), done);
    }
    assertTrue(tried > 60, tried + " tried");
  }

  @Test
  void letsNobodyInWithoutATicket() throws Exception {
    for (Entry<String, JsonNode> path : counterPaths()) {
      String route = path.getKey().substring(ROUTES.length());
      if (!route.equals("sign-in")) {
        JsonNode request = path.getValue()
            .at("/post/requestBody/content/application~1json/examples/example/value");
        for (String ticket : List.of("", "invented", "x".repeat(200))) {
          HttpResponse<String> refused = post(route, request, ticket);
          assertEquals(401, refused.statusCode(), route);
          assertDescribed(route, refused);
        }
      }
    }
  }

  @Test
  void refusesByRolesAndByRules() throws Exception {
    String lending = signIn("lending");
    HttpResponse<String> forbidden = post("challenges", JSON.createObjectNode(), lending);
    assertEquals(403, forbidden.statusCode());
    assertDescribed("challenges", forbidden);
    HttpResponse<String> refused =
        post("patron-lookups", JSON.createObjectNode().put("patron", "9999999999"), lending);
    assertEquals(409, refused.statusCode());
    assertDescribed("patron-lookups", refused);
    assertFalse(refused.body().contains("9999999999"), refused.body());
  }

  @Test
  void limitsSignInsOfOneCounter() throws Exception {
    ObjectNode wrong = JSON.createObjectNode().put("name", "nobody").put("password", "wrong");
    int busy = 0;
    for (int tried = 0; tried < 12; tried++) {
      busy += post("sign-in", wrong, "").statusCode() == 503 ? 1 : 0;
    }
    assertEquals(2, busy);
  }

  /** In the order in which each finds what it needs. */
  private Map<String, JsonNode> requests(String ticket) throws Exception {
    String challenge = JSON.readTree(
            post("challenges", JSON.createObjectNode(), ticket).body())
        .get("challenge")
        .asText();
    TestCard card = new TestCard("TARO");
    PinProof proof = card.proof(Base64.getDecoder().decode(challenge));
    Map<String, JsonNode> requests = new LinkedHashMap<>();
    requests.put("patron-lookups", patron());
    // Else the demo library's own link would stand in the way.
    requests.put("unlinks", ((ObjectNode) patron()).put("reason", "CARD_LOST"));
    ObjectNode link = JSON.createObjectNode();
    link.putObject("holder")
        .put("kind", "HAS_CARD")
        .put("patron", UNLINKED)
        .put("shown", "LIBRARY_CARD");
    link.put("consent", true);
    link.put("holder_checked", true);
    link.putObject("proof")
        .put("certificate", base64(proof.certificate().der()))
        .put("challenge", challenge)
        .put("signature", base64(proof.signature()));
    link.put("card_key", base64(card.spki()));
    requests.put("links", link);
    requests.put("person-lookups", patron());
    requests.put("registrations", example("registrations"));
    ObjectNode renewal = example("renewals").deepCopy();
    requests.put("renewals", renewal.put("patron", "9999900237"));
    requests.put("person-erasures", patron());
    requests.put("cases", JSON.createObjectNode());
    requests.put("check-ins", JSON.createObjectNode().put("barcode", LENT));
    requests.put("challenges", JSON.createObjectNode());
    requests.put("sign-out", JSON.createObjectNode());
    return requests;
  }

  private String signIn(String name) throws Exception {
    HttpResponse<String> answer =
        post("sign-in", JSON.createObjectNode().put("name", name).put("password", PASSWORD), "");
    assertEquals(200, answer.statusCode(), answer.body());
    assertDescribed("sign-in", answer);
    return JSON.readTree(answer.body()).get("ticket").asText();
  }

  private HttpResponse<String> post(String route, JsonNode body, String ticket) {
    HttpRequest.Builder request = client
        .request(ROUTES + route)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(body.toString()));
    if (!ticket.isEmpty()) {
      request.header("Kashidashi-Staff", ticket);
    }
    return client.send(request);
  }

  private static JsonNode patron() {
    return JSON.createObjectNode().put("patron", UNLINKED);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private ObjectNode example(String route) {
    return (ObjectNode)
        operation(route).at("/requestBody/content/application~1json/examples/example/value");
  }

  private List<Entry<String, JsonNode>> counterPaths() {
    return description.file().get("paths").properties().stream()
        .filter(path -> path.getKey().startsWith(ROUTES))
        .toList();
  }

  private JsonNode operation(String route) {
    return description.file().get("paths").get(ROUTES + route).get("post");
  }

  private JsonNode requestSchema(String route) {
    return Description.requestSchema(operation(route));
  }

  private void assertDescribed(String route, HttpResponse<String> answer) throws Exception {
    JsonNode schema =
        description.answerSchema(operation(route), Integer.toString(answer.statusCode()));
    description.assertValid(schema, JSON.readTree(answer.body()));
  }

  /** With a member more, with one less, and with one of another type, in every object. */
  private static List<JsonNode> changes(JsonNode request) {
    List<JsonNode> changed = new ArrayList<>();
    for (int index = 0; index < Description.objects(request).size(); index++) {
      ObjectNode more = request.deepCopy();
      Description.objects(more).get(index).put("surplus", "9999900120");
      changed.add(more);
      for (Entry<String, JsonNode> member :
          Description.objects(request).get(index).properties()) {
        ObjectNode less = request.deepCopy();
        Description.objects(less).get(index).remove(member.getKey());
        changed.add(less);
        ObjectNode other = request.deepCopy();
        Description.objects(other).get(index).putArray(member.getKey());
        changed.add(other);
        ObjectNode wrong = request.deepCopy();
        Description.objects(wrong).get(index).put(member.getKey(), "何か?");
        changed.add(wrong);
      }
    }
    return changed;
  }
}
