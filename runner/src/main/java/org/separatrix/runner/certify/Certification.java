package org.separatrix.runner.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.critical.BoundedProblem;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.runner.certify.ObjectiveCertificate.Bound;
import org.separatrix.runner.certify.ObjectiveCertificate.FormulaEntry;
import org.separatrix.runner.execute.Certificates;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;

/** Puts together what is proven in a study. */
public final class Certification {
  /** How much is proven. */
  public enum Depth {
    /** Whatever was proven while the study ran, nothing new but what takes no time. */
    KNOWN,
    /** All that can be proven. */
    ALL
  }

  private final Plan plan;
  private final Certificates certificates;
  private final Depth depth;

  /**
   * Prepares a certificate.
   *
   * @param plan the study
   * @param certificates proves each fact once
   * @param depth how much is proven
   */
  public Certification(Plan plan, Certificates certificates, Depth depth) {
    this.plan = plan;
    this.certificates = certificates;
    this.depth = depth;
  }

  /**
   * Returns the certificate.
   *
   * @param version version of the program
   */
  public StudyCertificate certificate(String version) {
    return new StudyCertificate(
        StudyCertificate.SCHEMA,
        plan.study().name(),
        version,
        StudyCertificate.Settings.of(plan.study().certify()),
        plan.bounded().stream().map(this::objective).toList());
  }

  private ObjectiveCertificate objective(BoundedProblem bounded) {
    Problem problem = bounded.problem();
    List<String> remarks = new ArrayList<>();
    Map<String, Bound> bounds = new LinkedHashMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    Optional<Certifier> certifier = certificates.certifier(problem);
    Optional<SeparableCensus> census = Optional.empty();
    List<MethodEntry> methods = List.of();
    if (certifier.isEmpty()) {
      remarks.add(Remarks.nothing(problem, plan.study().certify()));
    } else {
      bounds.putAll(timed("bounds", seconds, () -> bounds(bounded, certifier.get(), remarks)));
      seconds.merge("bounds", bounded.seconds(), Double::sum);
      census = timed("critical points", seconds, () -> certificates.census(problem));
      remarks.addAll(Remarks.census(census));
      methods = timed("methods", seconds, () -> methods(problem, certifier.get(), bounds, remarks));
    }
    return new ObjectiveCertificate(
        problem.name(),
        FormulaEntry.of(problem.objective()),
        ObjectiveCertificate.intervals(IntervalVector.of(problem.domain())),
        remarks,
        bounds,
        census.map(CensusEntry::of).orElse(null),
        methods,
        seconds);
  }

  private Map<String, Bound> bounds(
      BoundedProblem bounded, Certifier certifier, List<String> remarks) {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    for (Bounded quantity : Bounded.values()) {
      Optional<CertifiedBound> bound = Optional.empty();
      if (quantity == Bounded.LIPSCHITZ) {
        bound = bounded.lipschitz();
      } else if (depth == Depth.ALL) {
        bound = quantity.compute(certifier);
        if (bound.isEmpty()) {
          remarks.add("no bound of the third derivatives: the objective does not enclose them");
        }
      }
      bound.ifPresent(each -> bounds.put(quantity.label(), Bound.of(each)));
    }
    return bounds;
  }

  private List<MethodEntry> methods(
      Problem problem, Certifier certifier, Map<String, Bound> bounds, List<String> remarks) {
    Map<String, MethodEntry> methods = new LinkedHashMap<>();
    for (Cell cell : plan.cells()) {
      String name = cell.optimizerEntry().name();
      if (!cell.problem().name().equals(problem.name()) || methods.containsKey(name)) {
        continue;
      }
      if (!(cell.optimizer() instanceof LinearMethod method)) {
        String remark = Remarks.notLinear(name);
        if (!remarks.contains(remark)) {
          remarks.add(remark);
        }
      } else {
        MethodCertification certification =
            new MethodCertification(certifier, method, certificates.points(problem), bounds);
        methods.put(name, certification.entry(name, certificates.method(cell), depth == Depth.ALL));
      }
    }
    return List.copyOf(methods.values());
  }

  private static <T> T timed(String section, Map<String, Double> seconds, Supplier<T> work) {
    long started = System.nanoTime();
    T result = work.get();
    seconds.put(section, (System.nanoTime() - started) * 1e-9);
    return result;
  }
}
