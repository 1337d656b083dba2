package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.runner.certify.CensusEntry;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodEntry;
import org.separatrix.runner.certify.ObjectiveCertificate;
import org.separatrix.runner.certify.ObjectiveCertificate.FormulaEntry;
import org.separatrix.runner.certify.StudyCertificate;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Certify;

/** Checks a certificate against its study, if that is there, and by proving everything again. */
final class CertificateChecks {
  private final StudyCertificate certificate;
  private final Optional<Plan> plan;
  private final Subjects subjects;
  private final FormulaCompiler formulas;
  private final List<Check> list = new ArrayList<>();

  /**
   * Prepares the checks.
   *
   * @param certificate what is stored
   * @param plan the study, if its file is there
   * @param subjects the objectives of the study
   * @param formulas compiles formulas where there is no study
   */
  CertificateChecks(
      StudyCertificate certificate,
      Optional<Plan> plan,
      Subjects subjects,
      FormulaCompiler formulas) {
    this.certificate = certificate;
    this.plan = plan;
    this.subjects = subjects;
    this.formulas = formulas;
  }

  List<Check> list() {
    plan.ifPresent(this::compareWithStudy);
    for (ObjectiveCertificate stored : certificate.objectives()) {
      Checks checks = new Checks(stored.objective());
      List<Check> methods = new ArrayList<>();
      subject(stored, checks).ifPresent(subject -> check(stored, subject, checks, methods));
      list.addAll(checks.list());
      list.addAll(methods);
    }
    return list;
  }

  /** As a study gives them. */
  private static String described(Certify settings) {
    return "gap: %s, boxes: %s, seconds: %s"
        .formatted(settings.gap(), settings.boxes(), settings.seconds());
  }

  private void compareWithStudy(Plan study) {
    Checks checks = new Checks("");
    checks.add(
        "study",
        certificate.study().equals(study.study().name()),
        "the certificate is of " + certificate.study(),
        "the certificate is of '%s', the study is '%s'"
            .formatted(certificate.study(), study.study().name()));
    checks.add(
        "settings",
        certificate.settings().certify().equals(study.study().certify()),
        described(certificate.settings().certify()),
        "the certificate has %s, the study %s"
            .formatted(
                described(certificate.settings().certify()), described(study.study().certify())));
    List<String> stored =
        certificate.objectives().stream().map(ObjectiveCertificate::objective).toList();
    List<String> asked = study.problems().stream().map(Problem::name).toList();
    checks.add(
        "objectives",
        stored.equals(asked),
        String.join(", ", stored),
        "the certificate has %s, the study %s".formatted(stored, asked));
    list.addAll(checks.list());
  }

  /** Returns what a certificate is about, made anew; nothing if it is of something else. */
  private Optional<Subject> subject(ObjectiveCertificate stored, Checks checks) {
    if (plan.isPresent()) {
      Optional<Problem> problem = subjects.problem(stored.objective());
      if (problem.isEmpty()) {
        return Optional.empty(); // said above
      }
      boolean same =
          checks.add(
              "formula",
              Objects.equals(stored.formula(), FormulaEntry.of(problem.get().objective())),
              "it is that of the study",
              "it is not that of the study");
      boolean inPlace =
          checks.add(
              "domain",
              stored.domain().equals(IntervalVector.of(problem.get().domain())),
              problem.get().domain().toString(),
              "the certificate is for %s, the study for %s"
                  .formatted(stored.domain(), problem.get().domain()));
      return same && inPlace ? subjects.subject(stored.objective()) : Optional.empty();
    }
    FormulaEntry formula = stored.formula();
    if (formula == null) {
      checks.add(
          "objective",
          stored.bounds().isEmpty() && stored.census() == null && stored.methods().isEmpty(),
          "nothing is certified",
          "it is code, and study.yaml, which names it, is missing");
      return Optional.empty();
    }
    try {
      Objective objective = formulas.compile(formula.formula());
      return Optional.of(subjects.of(objective, box(stored), effort()));
    } catch (IllegalArgumentException refused) {
      checks.refute("formula", String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private static Box box(ObjectiveCertificate stored) {
    return new Box(
        stored.box().stream().mapToDouble(x -> x.low()).toArray(),
        stored.box().stream().mapToDouble(x -> x.high()).toArray());
  }

  private Effort effort() {
    return certificate.settings().certify().effort(() -> false);
  }

  private void check(
      ObjectiveCertificate stored, Subject subject, Checks checks, List<Check> methods) {
    Optional<Certifier> certifier =
        certificate.settings().certify().isWanted() ? subject.certifier() : Optional.empty();
    if (certifier.isEmpty()) {
      checks.add(
          "objective",
          stored.bounds().isEmpty() && stored.census() == null && stored.methods().isEmpty(),
          "nothing is certified, and nothing is said",
          "nothing can be certified of it, but something is said");
      return;
    }
    new BoundChecks(subject, box(stored), effort(), checks).check(stored);
    census(stored, subject, certifier.get(), checks);
    methods(stored, certifier.get(), checks, methods);
  }

  private static void census(
      ObjectiveCertificate stored, Subject subject, Certifier certifier, Checks checks) {
    CensusEntry census = stored.census();
    if (census == null) {
      checks.add(
          "critical points",
          subject.census().isEmpty(),
          "nothing is said",
          "they can be certified, but are missing");
    } else if (subject.census().isEmpty()) {
      checks.refute("critical points", "they cannot be certified for this function");
    } else {
      new CensusChecks(certifier.extension(), certifier.domain(), checks)
          .check(census, subject.census().get());
    }
  }

  private void methods(
      ObjectiveCertificate stored, Certifier certifier, Checks checks, List<Check> methods) {
    Map<String, LinearMethod> asked = new LinkedHashMap<>();
    plan.ifPresent(
        study ->
            study.cells().stream()
                .filter(cell -> cell.problem().name().equals(stored.objective()))
                .forEach(cell -> put(asked, cell)));
    for (MethodEntry entry : stored.methods()) {
      Checks own = new Checks(stored.objective() + ", " + entry.method());
      if (isOfStudy(entry, asked, own)) {
        check(stored, entry, certifier, own);
      }
      methods.addAll(own.list());
      asked.remove(entry.method());
    }
    asked.keySet().forEach(name -> checks.refute(name, "the method is missing"));
  }

  private static void put(Map<String, LinearMethod> asked, Cell cell) {
    if (cell.optimizer() instanceof LinearMethod method) {
      asked.putIfAbsent(cell.optimizerEntry().name(), method);
    }
  }

  private boolean isOfStudy(MethodEntry entry, Map<String, LinearMethod> asked, Checks checks) {
    if (plan.isEmpty()) {
      return true;
    }
    LinearMethod method = asked.get(entry.method());
    return checks.add(
        "matrices",
        method != null
            && entry.a().equals(Exact.rows(method.a()))
            && entry.b().equals(Exact.list(method.b()))
            && entry.c().equals(Exact.list(method.c()))
            && entry.rest().equals(Exact.list(method.rest())),
        "they are those of the study",
        "they are not those of the study");
  }

  private static void check(
      ObjectiveCertificate stored, MethodEntry entry, Certifier certifier, Checks checks) {
    try {
      new MethodChecks(certifier, stored, checks).check(entry, new StoredMethod(entry));
    } catch (IllegalArgumentException unfit) {
      checks.refute("matrices", String.valueOf(unfit.getMessage()));
    }
  }
}
