package org.kashidashi.sync.registry.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The file that describes the service, as those read it who write one. */
final class Description {
  private static final Path FILE = Path.of("../packaging/docs/authority.openapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode file;
  private final List<String> breaches = Collections.synchronizedList(new ArrayList<>());

  private Description(JsonNode file) {
    this.file = file;
  }

  static Description read() throws IOException {
    return new Description(JSON.readTree(Files.readString(FILE)));
  }

  /** Whether this may be asked; a question that may not be is a breach of ours. */
  boolean asks(String path, JsonNode question) {
    JsonNode schema = post(path).at("/requestBody/content/application~1json/schema");
    return schema.isObject() && kept(path, schema, question);
  }

  void check(String path, JsonNode answer) {
    boolean _ = kept(path, answerSchema(path), answer);
  }

  JsonNode paths() {
    return file.get("paths");
  }

  JsonNode answerSchema(String path) {
    return post(path).at("/responses/200/content/application~1json/schema");
  }

  Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", file.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(value);
  }

  void assertKept() {
    assertEquals(List.of(), List.copyOf(breaches));
  }

  JsonNode post(String path) {
    return file.at("/paths/" + path.replace("/", "~1") + "/post");
  }

  private boolean kept(String path, JsonNode schema, JsonNode value) {
    Set<ValidationMessage> problems = problems(schema, value);
    if (!problems.isEmpty()) {
      breaches.add("%s: %s in %s".formatted(path, problems, value));
    }
    return problems.isEmpty();
  }
}
