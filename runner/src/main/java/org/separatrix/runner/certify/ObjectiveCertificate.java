package org.separatrix.runner.certify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * What is proven of an objective on its domain, and of the study's methods on it.
 *
 * @param objective name within the study
 * @param formula what the objective is; null if it is code
 * @param box the domain, d intervals
 * @param remarks what could not be certified, and why, a sentence each
 * @param bounds of the Hessian on the box, by name: those of {@link Bounded}
 * @param census the critical points in the box; null if there is no census
 * @param methods what is proven of the methods of fixed coefficients
 * @param seconds wall time by section; of no consequence
 */
public record ObjectiveCertificate(
    String objective,
    @JsonSetter(nulls = Nulls.SET) @Nullable FormulaEntry formula,
    List<Interval> box,
    List<String> remarks,
    Map<String, Bound> bounds,
    @JsonSetter(nulls = Nulls.SET) @Nullable CensusEntry census,
    List<MethodEntry> methods,
    Map<String, Double> seconds) {
  /** Copies the lists and maps. */
  public ObjectiveCertificate {
    box = List.copyOf(box);
    remarks = List.copyOf(remarks);
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    methods = List.copyOf(methods);
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
  }

  /** Returns the domain as a box. */
  public IntervalVector domain() {
    return IntervalVector.of(box.toArray(Interval[]::new));
  }

  /** Returns a bound, if it was computed. */
  public Optional<Bound> bound(Bounded quantity) {
    return Optional.ofNullable(bounds.get(quantity.label()));
  }

  /** Returns the components of a box. */
  public static List<Interval> intervals(IntervalVector box) {
    return IntStream.range(0, box.dimension()).mapToObj(box::get).toList();
  }

  /**
   * A formula.
   *
   * @param text as in the study
   * @param variables names of the coordinates
   * @param parameters named constants
   */
  public record FormulaEntry(String text, List<String> variables, Map<String, Exact> parameters) {
    /** Copies the list and the map. */
    public FormulaEntry {
      variables = List.copyOf(variables);
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Returns the formula of an objective, null if it has none. */
    public static @Nullable FormulaEntry of(Objective objective) {
      if (!(objective instanceof ClosedForm closed)) {
        return null;
      }
      Map<String, Exact> parameters = new LinkedHashMap<>();
      closed
          .formula()
          .parameters()
          .forEach((name, value) -> parameters.put(name, new Exact(value)));
      return new FormulaEntry(closed.formula().text(), closed.formula().variables(), parameters);
    }

    /** Returns the formula, to be compiled again. */
    public Formula formula() {
      Map<String, Double> values = new LinkedHashMap<>();
      parameters.forEach((name, value) -> values.put(name, value.value()));
      return new Formula(text, variables, values);
    }
  }

  /**
   * An enclosure of the supremum or infimum of a quantity on the box.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param witness the point at which the bound on the near side is reached, d numbers
   * @param boxes number of boxes that were examined
   * @param tight whether the bounds are as close as the settings ask for
   * @param definedEverywhere whether the Hessian is certainly defined on the box
   */
  public record Bound(
      Exact lower,
      Exact upper,
      List<Exact> witness,
      long boxes,
      boolean tight,
      boolean definedEverywhere) {
    /** Copies the list. */
    public Bound {
      witness = List.copyOf(witness);
    }

    /** Returns a bound as an entry. */
    public static Bound of(CertifiedBound bound) {
      return new Bound(
          new Exact(bound.lower()),
          new Exact(bound.upper()),
          Exact.list(bound.witness()),
          bound.boxes(),
          bound.isTight(),
          bound.isDefinedEverywhere());
    }
  }
}
