package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.text.WordUtils;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.render.OutputWidth;
import org.separatrix.runner.study.EntryKeys;
import org.separatrix.runner.study.EntryReader;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.TypeNames;

/** Prints every key of a config record: type, default, meaning, unit, example. */
final class Description {
  private final PrintWriter out;

  Description(PrintWriter out) {
    this.out = out;
  }

  /** Prints a component, and the keys that every entry of its kind may have. */
  void print(Component<?> component, String origin) {
    ConfigSchema own = ConfigSchema.of(component.config());
    print(component.kind() + " '" + component.id() + "'", own);
    List<ConfigKey> shared =
        ConfigSchema.of(EntryKeys.class).keys().stream()
            .filter(key -> own.key(key.name()).isEmpty())
            .filter(key -> EntryReader.sharedKeys(component.kind()).contains(key.name()))
            .toList();
    out.println("Keys of every " + component.kind());
    shared.forEach(key -> print(key, "  "));
    out.printf("Added by %s%n  from %s%n", component.plugin(), origin);
  }

  /** Prints a config record. */
  void print(String title, ConfigSchema schema) {
    out.println(title);
    schema.doc().ifPresent(doc -> paragraph(doc.value(), "  "));
    schema.doc().map(Doc::example).filter(text -> !text.isEmpty()).ifPresent(this::example);
    out.println(schema.keys().isEmpty() ? "It takes no keys." : "Keys");
    schema.keys().forEach(key -> print(key, "  "));
  }

  private void example(String text) {
    out.println("Example");
    text.lines().forEach(line -> out.println("  " + line));
  }

  private void print(ConfigKey key, String indent) {
    String need =
        key.isRequired()
            ? "required"
            : key.defaultValue().map(value -> "default " + value).orElse("optional");
    out.println(indent + key.name() + ": " + TypeNames.of(key.type()) + "; " + need);
    String unit = key.doc().unit().isEmpty() ? "" : " Unit: " + key.doc().unit() + ".";
    String inner = indent + "    ";
    paragraph(key.doc().value() + unit, inner);
    key.example().ifPresent(text -> paragraph("Example: " + text, inner));
    if (TypeNames.hasKeys(key.type())) {
      ConfigSchema.of(((Class<?>) key.type()).asSubclass(Record.class))
          .keys()
          .forEach(nested -> print(nested, inner));
    }
  }

  private void paragraph(String text, String indent) {
    String separator = System.lineSeparator() + indent;
    out.println(
        indent + WordUtils.wrap(text, OutputWidth.columns() - indent.length(), separator, false));
  }
}
