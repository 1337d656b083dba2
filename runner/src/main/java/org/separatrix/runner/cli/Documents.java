package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.TypeNames;
import org.separatrix.runner.yaml.YamlJson;

/** What commands print for machines. Keys are added, never renamed. */
final class Documents {
  private Documents() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A study that is in order. */
  static ObjectNode valid(Path file, Plan plan) {
    return object()
        .put("file", file.toString())
        .put("valid", true)
        .put("cells", plan.cells().size())
        .put("runs", plan.runs());
  }

  /** A study that is not, with the place of each problem; 0 is for a file as a whole. */
  static ObjectNode invalid(Path file, InvalidStudyException failure) {
    ObjectNode study = object().put("file", file.toString()).put("valid", false);
    ArrayNode problems = study.putArray("problems");
    failure
        .diagnostics()
        .forEach(
            problem ->
                problems
                    .addObject()
                    .put("source", problem.location().source())
                    .put("line", problem.location().line())
                    .put("column", problem.location().column())
                    .put("message", problem.message()));
    return study;
  }

  /** What a study would run. */
  static ObjectNode plan(Plan plan) {
    ObjectNode document = object().put("study", plan.study().name()).put("runs", plan.runs());
    ArrayNode cells = document.putArray("cells");
    for (Cell cell : plan.cells()) {
      ObjectNode entry = cells.addObject().put("id", cell.id());
      entry.put("objective", cell.problem().name());
      entry.set("optimizer", cell.optimizerJson());
      entry.set("start", cell.startJson());
      entry.put("runs", cell.runs());
    }
    document.set("resolved", YamlJson.of(plan.study().resolved()));
    return document;
  }

  /** All components and plugins. */
  static ObjectNode registry(Registry registry) {
    ObjectNode document = object();
    ArrayNode components = document.putArray("components");
    for (Component.Kind kind : Component.Kind.values()) {
      registry.components(kind).forEach(each -> components.add(component(each, registry)));
    }
    ArrayNode plugins = document.putArray("plugins");
    registry
        .plugins()
        .working()
        .forEach(
            plugin ->
                plugins.addObject().put("name", plugin.name()).put("origin", plugin.origin()));
    ArrayNode broken = document.putArray("broken");
    registry
        .plugins()
        .broken()
        .forEach(
            plugin ->
                broken.addObject().put("origin", plugin.origin()).put("problem", plugin.problem()));
    return document;
  }

  /** A component with its keys. */
  static ObjectNode component(Component<?> component, Registry registry) {
    ObjectNode document =
        object()
            .put("kind", component.kind().label())
            .put("id", component.id())
            .put("plugin", component.plugin())
            .put("origin", registry.origin(component));
    document.setAll(config(ConfigSchema.of(component.config())));
    return document;
  }

  /** The keys of a config record. */
  static ObjectNode config(ConfigSchema config) {
    ObjectNode document = object();
    document.put("description", config.doc().map(Doc::value).orElse(""));
    document.put("example", config.doc().map(Doc::example).orElse(""));
    ArrayNode keys = document.putArray("keys");
    for (ConfigKey key : config.keys()) {
      ObjectNode entry =
          keys.addObject()
              .put("name", key.name())
              .put("type", TypeNames.of(key.type()))
              .put("required", key.isRequired())
              .put("default", key.doc().defaultValue())
              .put("description", key.doc().value())
              .put("unit", key.doc().unit())
              .put("example", key.doc().example());
      if (TypeNames.hasKeys(key.type())) {
        Class<?> nested = (Class<?>) key.type();
        entry.set("keys", config(ConfigSchema.of(nested.asSubclass(Record.class))).get("keys"));
      }
    }
    return document;
  }

  /** A prediction. */
  static ObjectNode prediction(PredictionCatalogue.Item item) {
    Prediction prediction = item.prediction();
    ObjectNode document =
        object()
            .put("id", prediction.id())
            .put("analyzer", item.analyzer())
            .put("claim", prediction.statement())
            .put("source", prediction.source());
    prediction.hypotheses().forEach(document.putArray("hypotheses")::add);
    return document
        .put("measured", prediction.quantity())
        .put("decision", prediction.decision())
        .put("refutedBy", prediction.refutation());
  }
}
