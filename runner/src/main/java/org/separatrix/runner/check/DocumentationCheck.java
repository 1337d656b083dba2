package org.separatrix.runner.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.plugin.NoConfig;

/** Looks whether a component and each of its keys are documented. */
final class DocumentationCheck {
  private static final String CHECK = "documentation";

  private DocumentationCheck() {}

  static List<Complaint> complaints(Component<?> component) {
    List<Complaint> complaints = new ArrayList<>();
    Class<? extends Record> config = component.config();
    if (config != NoConfig.class && isBlank(config.getAnnotation(Doc.class))) {
      complaints.add(
          complaint(
              "@Doc on the config record, which says what the component does",
              "%s has none".formatted(config.getName()),
              "write @Doc(value = \"...\", example = \"{type: %s, ...}\") on it"
                  .formatted(component.id())));
    }
    for (RecordComponent key : config.getRecordComponents()) {
      if (isBlank(key.getAnnotation(Doc.class))) {
        complaints.add(
            complaint(
                "@Doc on each key, which says what it means",
                "'%s' of %s has none".formatted(key.getName(), config.getName()),
                "write @Doc(\"...\") before it, with unit, default and example if it has them"));
      }
    }
    return complaints;
  }

  private static Complaint complaint(String expected, String seen, String advice) {
    return new Complaint(CHECK, expected, seen, advice);
  }

  private static boolean isBlank(@Nullable Doc doc) {
    return doc == null || doc.value().isBlank();
  }
}
