package org.separatrix.runner.study;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.runner.label.Labels;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.Suggestions;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlScalar;
import org.separatrix.runner.yaml.YamlSequence;

/** Reads what a study expects: a verdict, or a list of them, for each prediction. */
final class ExpectationReader {
  private static final List<String> LABELS = Labels.VERDICTS.all();

  private final Diagnostics diagnostics;

  ExpectationReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns the expectations that are in order; the others have been reported. */
  List<Expectation> read(YamlMapping mapping) {
    List<Expectation> expectations = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (prediction, entry) -> {
              Set<Verdict> verdicts = verdicts(entry.value());
              if (!verdicts.isEmpty()) {
                expectations.add(new Expectation(prediction, verdicts, entry.keyLocation()));
              }
            });
    return expectations;
  }

  private Set<Verdict> verdicts(YamlNode node) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    if (!(node instanceof YamlSequence list)) {
      verdict(node).ifPresent(verdicts::add);
      return verdicts;
    }
    if (list.items().isEmpty()) {
      diagnostics.add(list.location(), "an empty list: name at least one verdict");
    }
    for (YamlNode item : list.items()) {
      verdict(item).ifPresent(verdicts::add);
    }
    return verdicts.size() == list.items().size() ? verdicts : EnumSet.noneOf(Verdict.class);
  }

  private Optional<Verdict> verdict(YamlNode node) {
    String text = node instanceof YamlScalar scalar ? scalar.text() : "";
    Optional<Verdict> found = Labels.VERDICTS.find(text);
    if (found.isEmpty()) {
      diagnostics.add(
          node.location(),
          "expected a verdict (%s), but got %s.%s"
              .formatted(
                  String.join(", ", LABELS),
                  node.describe(),
                  Suggestions.didYouMean(text, LABELS)));
    }
    return found;
  }
}
