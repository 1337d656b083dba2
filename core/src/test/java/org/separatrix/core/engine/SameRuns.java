package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.separatrix.api.analysis.Runs;

/** Compares runs to the last bit. */
final class SameRuns {
  private SameRuns() {}

  static void assertSame(Runs actual, Runs expected) {
    assertThat(actual.first()).isEqualTo(expected.first());
    assertThat(actual.start()).isDeepEqualTo(expected.start());
    assertThat(actual.end()).isDeepEqualTo(expected.end());
    assertThat(actual.memory()).isDeepEqualTo(expected.memory());
    assertThat(actual.value()).isEqualTo(expected.value());
    assertThat(actual.gradientNorm()).isEqualTo(expected.gradientNorm());
    assertThat(actual.steps()).isEqualTo(expected.steps());
    assertThat(actual.termination()).isEqualTo(expected.termination());
    assertThat(actual.gradientEvaluations()).isEqualTo(expected.gradientEvaluations());
    assertThat(actual.valueEvaluations()).isEqualTo(expected.valueEvaluations());
  }
}
