package org.separatrix.runner.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Sweep;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlNumbers;
import org.separatrix.runner.yaml.YamlScalar;

/**
 * Names entries, by themselves alone, so that an entry keeps its name when others come and go.
 *
 * <p>An entry with a {@code name} has that name, and what was chosen from its lists: {@code gd
 * step=0.5/L}. Another has its type and every number, truth value and choice that it gives, in the
 * order of the component's keys: {@code heavy-ball step=0.05 momentum=0.9}.
 */
final class EntryName {
  private EntryName() {}

  static String of(
      String type, @Nullable String given, Sweep.Variant variant, Class<? extends Record> config) {
    List<String> words = new ArrayList<>();
    words.add(given == null ? type : given);
    Map<String, YamlNode> choices = variant.choices();
    for (ConfigKey key : ConfigSchema.of(config).keys()) {
      YamlNode value = variant.node().get(key.name());
      if (value != null && (given == null || choices.containsKey(key.name()))) {
        boolean named = choices.containsKey(key.name()) || isShort(key);
        String shown = named ? text(value) : null;
        if (shown != null) {
          words.add(key.name() + "=" + shown);
        }
      }
      choices.forEach(
          (path, choice) -> {
            if (path.startsWith(key.name() + ".")) {
              words.add(path + "=" + text(choice));
            }
          });
    }
    return String.join(" ", words);
  }

  private static boolean isShort(ConfigKey key) {
    return key.type() instanceof Class<?> raw
        && raw != String.class
        && (raw.isPrimitive()
            || raw.isEnum()
            || raw == StepSize.class
            || raw == Boolean.class
            || Number.class.isAssignableFrom(raw));
  }

  private static @Nullable String text(YamlNode value) {
    if (value instanceof YamlScalar scalar) {
      return scalar.plain() ? normal(scalar.text()) : scalar.text();
    }
    if (value instanceof YamlMapping step && step.keys().size() == 1) {
      Map.Entry<String, YamlMapping.Entry> only = step.entries().entrySet().iterator().next();
      String unit = only.getKey();
      String factor = text(only.getValue().value());
      if (unit.equals(StepSize.Unit.ONE_OVER_L.key())) {
        return factor + "/L";
      }
      if (unit.equals(StepSize.Unit.TWO_OVER_L.key())) {
        return factor + "*2/L";
      }
    }
    return null;
  }

  /** Equal numbers have equal names, however they are written. */
  private static String normal(String text) {
    try {
      double value = Double.parseDouble(text.replace("_", ""));
      return Double.isFinite(value) && text.matches("[-+0-9._eE]+")
          ? YamlNumbers.text(value)
          : text;
    } catch (NumberFormatException notNumber) {
      return text;
    }
  }
}
