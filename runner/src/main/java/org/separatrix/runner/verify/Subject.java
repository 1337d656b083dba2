package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.FormulaBlock;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalFormula;

/** An objective on its domain, made anew, about which stored facts are checked. */
final class Subject {
  private final Objective objective;
  private final Optional<Certifier> certifier;
  private final int threads;
  private Optional<SeparableCensus> census = Optional.empty();
  private boolean isSearched;

  Subject(Objective objective, Box domain, Effort effort, int threads) {
    this.objective = objective;
    this.threads = threads;
    certifier = Certifier.of(objective, domain, effort);
  }

  Objective objective() {
    return objective;
  }

  Optional<Certifier> certifier() {
    return certifier;
  }

  /** Returns the critical points, searched when first asked for. */
  Optional<SeparableCensus> census() {
    if (!isSearched) {
      census = certifier.flatMap(each -> each.census(threads));
      isSearched = true;
    }
    return census;
  }

  /** Returns the function of each block of variables, in the order of the census. */
  static List<IntervalExtension> functions(IntervalExtension extension) {
    List<IntervalExtension> functions = new ArrayList<>();
    if (extension instanceof IntervalFormula formula) {
      formula.blocks().stream().map(FormulaBlock::function).forEach(functions::add);
    } else {
      functions.add(extension);
    }
    return functions;
  }
}
