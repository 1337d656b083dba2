package org.separatrix.runner.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.study.EntryKeys;
import org.separatrix.runner.study.EntryReader;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;

/**
 * The schema of the entries of one kind: an id alone, or a mapping whose {@code type} decides which
 * other keys it has.
 */
final class EntrySchema {
  private static final ValueSchemas COMPONENT_VALUES = new ValueSchemas(true);
  private static final ValueSchemas SHARED_VALUES = new ValueSchemas(false);

  private EntrySchema() {}

  static ObjectNode of(Component.Kind kind, Collection<Component<?>> components) {
    ObjectNode id = JsonNodeFactory.instance.objectNode();
    id.put("description", "The id alone, if there are no other keys.");
    ArrayNode alone = id.putArray("enum");
    ObjectNode mapping = JsonNodeFactory.instance.objectNode().put("type", "object");
    mapping.putArray("required").add("type");
    ObjectNode type = mapping.putObject("properties").putObject("type");
    type.put("description", "Which " + kind + ".");
    ArrayNode ids = type.putArray("enum");
    ArrayNode branches = mapping.putArray("allOf");
    for (Component<?> component : components) {
      ConfigSchema config = ConfigSchema.of(component.config());
      ids.add(component.id());
      if (config.keys().stream().noneMatch(ConfigKey::isRequired)) {
        alone.add(component.id());
      }
      ObjectNode branch = branches.addObject();
      ObjectNode condition = branch.putObject("if");
      condition.putObject("properties").putObject("type").put("const", component.id());
      condition.putArray("required").add("type");
      branch.set("then", entry(component, config));
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    ArrayNode forms = entry.putArray("anyOf");
    if (!alone.isEmpty()) {
      forms.add(id);
    }
    forms.add(mapping);
    return entry;
  }

  private static ObjectNode entry(Component<?> component, ConfigSchema config) {
    ObjectNode entry = COMPONENT_VALUES.record(config);
    ObjectNode own = (ObjectNode) entry.get("properties");
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties
        .putObject("type")
        .put("const", component.id())
        .put("description", config.doc().map(Doc::value).orElse(""));
    shared(component.kind()).stream()
        .filter(key -> !own.has(key.name()))
        .forEach(key -> properties.set(key.name(), SHARED_VALUES.key(key)));
    properties.setAll(own);
    entry.set("properties", properties);
    return entry;
  }

  /** The keys that every entry of a kind may have besides those of its component. */
  private static List<ConfigKey> shared(Component.Kind kind) {
    ConfigSchema keys = ConfigSchema.of(EntryKeys.class);
    return EntryReader.sharedKeys(kind).stream().map(keys::key).flatMap(Optional::stream).toList();
  }
}
