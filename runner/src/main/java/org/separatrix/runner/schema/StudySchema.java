package org.separatrix.runner.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Inject;
import java.util.Map;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.label.Labels;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.study.StudyFile;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;

/**
 * The JSON Schema (draft 2020-12) of studies, made from the components that are registered.
 *
 * <p>It says what stands where. What a value means, such as whether a formula is one or a domain
 * has the dimension of its objective, only the program can say.
 */
public final class StudySchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String DEFINITIONS = "$defs";
  private static final Map<String, Component.Kind> LISTS =
      Map.of(
          "objectives", Component.Kind.OBJECTIVE,
          "optimizers", Component.Kind.OPTIMIZER,
          "starts", Component.Kind.START,
          "analyze", Component.Kind.ANALYZER,
          "controls", Component.Kind.CONTROL);

  private final Registry registry;
  private final PredictionCatalogue predictions;

  /**
   * Creates the schema.
   *
   * @param registry the components that studies may name
   * @param predictions what they may expect
   */
  @Inject
  public StudySchema(Registry registry, PredictionCatalogue predictions) {
    this.registry = registry;
    this.predictions = predictions;
  }

  /** Returns the schema. */
  public ObjectNode json() {
    ConfigSchema keys = ConfigSchema.of(StudyFile.class);
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("$schema", DIALECT);
    root.put("title", "Separatrix study");
    root.setAll(Documentation.of(keys));
    root.put("type", "object");
    ObjectNode properties = root.putObject("properties");
    keys.keys().forEach(key -> properties.set(key.name(), property(key)));
    ArrayNode required = root.putArray("required");
    keys.keys().stream().filter(ConfigKey::isRequired).forEach(key -> required.add(key.name()));
    root.put("additionalProperties", false);
    ObjectNode definitions = root.putObject(DEFINITIONS);
    for (Component.Kind kind : Component.Kind.values()) {
      definitions.set(kind.label(), EntrySchema.of(kind, registry.components(kind)));
    }
    return root;
  }

  private ObjectNode property(ConfigKey key) {
    Component.Kind kind = LISTS.get(key.name());
    if (kind != null) {
      ObjectNode list = Documentation.of(key).put("type", "array");
      if (key.isRequired()) {
        list.put("minItems", 1);
      }
      list.putObject("items").put("$ref", "#/" + DEFINITIONS + "/" + kind.label());
      return list;
    }
    return switch (key.name()) {
      case "schema" -> Documentation.of(key).put("const", StudyFile.SCHEMA);
      case "expect" -> expectations(key);
      case "name" -> scalar(key).put("pattern", "^(?:" + StudyFile.SAFE_NAME + ")$");
      case "runs" -> scalar(key).put("minimum", 1);
      default -> scalar(key);
    };
  }

  private static ObjectNode scalar(ConfigKey key) {
    return new ValueSchemas(false).key(key);
  }

  private ObjectNode expectations(ConfigKey key) {
    ObjectNode schema = Documentation.of(key).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (PredictionCatalogue.Item item : predictions.items()) {
      Prediction prediction = item.prediction();
      ObjectNode verdicts = properties.putObject(prediction.id());
      verdicts.put("description", prediction.statement());
      ObjectNode verdict = JsonNodeFactory.instance.objectNode();
      Labels.VERDICTS.all().forEach(verdict.putArray("enum")::add);
      ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
      list.set("items", verdict);
      list.put("minItems", 1).put("uniqueItems", true);
      verdicts.putArray("anyOf").add(verdict).add(list);
    }
    return schema.put("additionalProperties", false);
  }
}
