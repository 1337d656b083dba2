package org.separatrix.runner.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.Location;
import org.separatrix.runner.yaml.YamlJson;
import org.separatrix.runner.yaml.YamlReader;

/** Turns {@link Doc} into the annotations of JSON Schema, which editors show. */
final class Documentation {
  private Documentation() {}

  /** Description of a record. */
  static ObjectNode of(ConfigSchema config) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    config.doc().map(Doc::value).ifPresent(text -> schema.put("description", text));
    return schema;
  }

  /** Description, unit, default and example of a key. */
  static ObjectNode of(ConfigKey key) {
    Doc doc = key.doc();
    String unit = doc.unit().isEmpty() ? "" : " Unit: " + doc.unit() + ".";
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("description", doc.value() + unit);
    key.defaultValue().ifPresent(text -> schema.set("default", json(text, key)));
    Optional.of(doc.example())
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> schema.putArray("examples").add(json(text, key)));
    return schema;
  }

  private static JsonNode json(String yaml, ConfigKey key) {
    Location place = Location.of("documentation of '" + key.name() + "'");
    return YamlJson.of(YamlReader.value(yaml, place, new Diagnostics()));
  }
}
