package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kashidashi.central.CentralClient;

/** What a running central says of its interface, to be held against what it does. */
final class Description {
  static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode file;

  private Description(JsonNode file) {
    this.file = file;
  }

  static Description of(CentralClient client) throws Exception {
    return new Description(JSON.readTree(client.get("/v1/openapi.json").body()));
  }

  JsonNode file() {
    return file;
  }

  static JsonNode requestSchema(JsonNode operation) {
    return operation.at("/requestBody/content/application~1json/schema");
  }

  JsonNode answerSchema(JsonNode operation, String status) {
    JsonNode response = operation.get("responses").get(status);
    if (response.has("$ref")) {
      response = file.at(response.get("$ref").asText().substring(1));
    }
    return response.at("/content/application~1json/schema");
  }

  void assertValid(JsonNode schema, JsonNode value) {
    assertEquals(Set.of(), problems(schema, value), value.toString());
  }

  Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", file.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(value);
  }

  /** Every object in a value, the value itself first. */
  static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
