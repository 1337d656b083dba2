package org.separatrix.runner.check;

import java.util.Map;

/**
 * What a check of a contract expects, and what to do when it fails.
 *
 * @param expected what a component must do
 * @param advice what its author can do
 */
record Explanation(String expected, String advice) {
  private static final Explanation UNKNOWN =
      new Explanation(
          "that the component keeps what its interface promises",
          "read the Javadoc of the interface that it implements");

  private static final Map<String, Explanation> BY_CHECK =
      Map.ofEntries(
          Map.entry(
              "gradient",
              new Explanation(
                  "the derivative of the value, as central differences of the value give it",
                  "derive this component of the gradient again, or give the objective as a formula,"
                      + " whose derivatives are exact")),
          Map.entry(
              "hessian",
              new Explanation(
                  "a symmetric matrix, the derivative of the gradient, with every entry written",
                  "derive this entry again, or leave hessian out: differences of the gradient take"
                      + " its place")),
          Map.entry(
              "multipliers",
              new Explanation(
                  "numbers m with m x equal to the gradient in every coordinate",
                  "compute both from the same expression")),
          Map.entry(
              "value",
              new Explanation(
                  "finite values on the domain", "correct the value, or declare a smaller domain")),
          Map.entry(
              "dimension",
              new Explanation("at least one coordinate, always the same number", "correct it")),
          Map.entry(
              "domain",
              new Explanation(
                  "an interval for each coordinate",
                  "give the domain one interval per coordinate")),
          Map.entry(
              "lipschitz",
              new Explanation(
                  "that no Hessian in the domain has a larger norm than the declared L",
                  "declare a larger L, or none: it is then estimated")),
          Map.entry(
              "critical point",
              new Explanation(
                  "a gradient that vanishes there, and eigenvalues of the declared kind",
                  "correct the coordinates or the kind, or do not declare the point")),
          Map.entry(
              "enclosure",
              new Explanation(
                  "an interval that contains the derivative at every point of the box",
                  "round outward with org.separatrix.core.interval.Interval at every operation")),
          Map.entry(
              "lanes",
              new Explanation(
                  "the same bits for a point, alone, in a block, and at any place in it",
                  "keep no state between points, and sum in the same order for one and for many")),
          Map.entry(
              "threads",
              new Explanation(
                  "the same bits on one thread and on several",
                  "keep no mutable fields: allocate in the method, or keep state in the block's"
                      + " memory")),
          Map.entry(
              "input",
              new Explanation("points that are left as they are", "copy before you change")),
          Map.entry(
              "arrays",
              new Explanation(
                  "nothing written beyond the number of lanes",
                  "end every loop at lanes, not at the length of the array")),
          Map.entry(
              "outside",
              new Explanation(
                  "that points far away, infinite or not a number do not throw, and that not a"
                      + " number stays one",
                  "let infinities and NaN pass through the arithmetic instead of checking for"
                      + " them")),
          Map.entry(
              "linearization",
              new Explanation(
                  "the Jacobian of one step at a critical point, as differences of the step give it",
                  "derive it again, or extend LinearMethod, which derives it from A, B and C")),
          Map.entry(
              "rest",
              new Explanation(
                  "that a run at rest at a critical point stays there",
                  "check what start writes into the memory, and that a step with gradient 0 keeps"
                      + " equal vectors equal")),
          Map.entry(
              "deterministic",
              new Explanation(
                  "that random numbers do not matter if isDeterministic() is true",
                  "return false from isDeterministic()")),
          Map.entry(
              "step",
              new Explanation(
                  "steps that do not throw", "look at the line that is named, and try it alone")),
          Map.entry(
              "point",
              new Explanation(
                  "a finite number in every coordinate of every start",
                  "write all of x, and check the configuration in the record's constructor")),
          Map.entry(
              "state",
              new Explanation(
                  "the same start for the same run number and random numbers",
                  "keep no state between runs; draw from the generator that is passed")),
          Map.entry(
              "density",
              new Explanation(
                  "starts of which no two coincide and that fill all dimensions, if"
                      + " isAbsolutelyContinuous() is true",
                  "return false from isAbsolutelyContinuous(): the theorems then say nothing")));

  static Explanation of(String check) {
    return BY_CHECK.getOrDefault(check, UNKNOWN);
  }
}
