package org.separatrix.runner.reference;

import java.util.List;
import java.util.Optional;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.EntryKeys;
import org.separatrix.runner.study.EntryReader;
import org.separatrix.runner.study.StudyFile;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.TypeNames;

/** The reference of studies in Markdown: every key of every component. */
public final class YamlReference {
  private static final String HEAD =
      """
      # Studies in YAML

      Written by `./separatrix reference yaml`; `./separatrix plugins describe ID` says the same of
      one component, and `./separatrix schema` says it to editors.

      """;
  private static final String TABLE =
      """
      | key | value | default | meaning |
      |---|---|---|---|
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  private YamlReference() {}

  /**
   * Returns the reference.
   *
   * @param registry the components
   */
  public static String of(Registry registry) {
    YamlReference reference = new YamlReference();
    ConfigSchema study = ConfigSchema.of(StudyFile.class);
    reference.line("## The study");
    reference.line("");
    reference.body(study);
    for (Component.Kind kind : Component.Kind.values()) {
      reference.kind(kind, registry);
    }
    return reference.text.toString();
  }

  private void kind(Component.Kind kind, Registry registry) {
    line("## " + title(kind));
    line("");
    line("Every %s may have these keys, too.".formatted(kind));
    line("");
    ConfigSchema shared = ConfigSchema.of(EntryKeys.class);
    table(
        EntryReader.sharedKeys(kind).stream().map(shared::key).flatMap(Optional::stream).toList());
    for (Component<?> component : registry.components(kind)) {
      line("### `" + component.id() + "`");
      line("");
      body(ConfigSchema.of(component.config()));
    }
  }

  private void body(ConfigSchema config) {
    config.doc().map(Doc::value).ifPresent(doc -> line(cell(doc)));
    line("");
    config
        .doc()
        .map(Doc::example)
        .filter(example -> !example.isBlank())
        .ifPresent(
            example -> {
              line("```");
              line(example.strip());
              line("```");
              line("");
            });
    if (!config.keys().isEmpty()) {
      table(config.keys());
    }
  }

  private void table(List<ConfigKey> keys) {
    text.append(TABLE);
    keys.forEach(key -> row(key, ""));
    line("");
  }

  private void row(ConfigKey key, String parent) {
    Doc doc = key.doc();
    String unit = doc.unit().isEmpty() ? "" : " Unit: " + doc.unit() + ".";
    String example = key.example().map(each -> " Example: `" + each + "`").orElse("");
    String otherwise =
        key.isRequired() ? "required" : key.defaultValue().map(each -> "`" + each + "`").orElse("");
    line(
        "| `%s` | %s | %s | %s |"
            .formatted(
                parent + key.name(),
                cell(TypeNames.of(key.type())),
                cell(otherwise),
                cell(doc.value() + unit + example)));
    if (TypeNames.hasKeys(key.type())) {
      Class<?> nested = (Class<?>) key.type();
      ConfigSchema.of(nested.asSubclass(Record.class))
          .keys()
          .forEach(each -> row(each, parent + key.name() + "."));
    }
  }

  private static String title(Component.Kind kind) {
    return Character.toUpperCase(kind.label().charAt(0)) + kind.label().substring(1) + "s";
  }

  /** A bar would end the cell of a table. */
  private static String cell(String plain) {
    return plain.replace("|", "\\|");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
