package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

class HessianSpectrumTest {
  /** D S D with |D| from 1e-8 to 1e8 has the signs of S, though its eigenvalues differ by 1e32. */
  @Test
  void signsOfBadlyScaledMatrices() {
    double[][] s = {{2, 1, 0}, {1, -2, 1}, {0, 1, 3}};
    double[] scale = {1e-8, 1, 1e8};
    double[][] matrix = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        matrix[i][j] = scale[i] * s[i][j] * scale[j];
      }
    }
    HessianSpectrum spectrum = HessianSpectrum.of(IntervalMatrix.point(matrix));
    assertThat(IntervalMatrix.point(matrix).eigenvalues().get(1).contains(0)).isTrue();
    assertThat(spectrum.negative()).hasValue(1);
    assertThat(spectrum.kind()).isEqualTo(CriticalPointKind.STRICT_SADDLE);
    assertThat(spectrum.eigenvalues()).noneMatch(eigenvalue -> eigenvalue.contains(0));
  }

  /** If W S W' is singular, or the matrices of a set have different signs, nothing is said. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-20, 0.5, 3})
  void uncertainSigns(double margin) {
    double[][] s = {{1, 1, 0}, {1, 1 + margin / 2, 0}, {0, 0, 2}};
    Interval[][] entries = new Interval[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        entries[i][j] = Interval.point(s[i][j]).inflated(i == j ? margin : 0);
      }
    }
    HessianSpectrum spectrum = HessianSpectrum.of(IntervalMatrix.of(entries));
    assertThat(spectrum.negative()).isEmpty();
    assertThat(spectrum.kind()).isEqualTo(CriticalPointKind.UNDECIDED);
  }

  /** L D L' has the signs of D; every matrix near it has its eigenvalues enclosed. */
  @Test
  void inertiaOfRandomMatrices() {
    SplittableRandom random = new SplittableRandom(7);
    int decided = 0;
    for (int n = 0; n < 400; n++) {
      int d = 1 + n % 5;
      double margin = Math.pow(10, -1 - random.nextInt(10));
      double[][] l = new double[d][d];
      double[] signs = new double[d];
      int negative = 0;
      for (int i = 0; i < d; i++) {
        signs[i] = Math.pow(10, random.nextInt(9) - 4) * (random.nextBoolean() ? 1 : -1);
        negative += signs[i] < 0 ? 1 : 0;
        for (int j = 0; j <= i; j++) {
          l[i][j] = i == j ? 1 : random.nextInt(5) - 2;
        }
      }
      Interval[][] entries = new Interval[d][d];
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          double entry = 0;
          for (int k = 0; k < d; k++) {
            entry += l[i][k] * signs[k] * l[j][k];
          }
          entries[i][j] = Interval.point(entry).inflated(margin * 1e-4);
        }
      }
      HessianSpectrum spectrum = HessianSpectrum.of(IntervalMatrix.of(entries));
      if (spectrum.negative().isPresent()) {
        decided++;
        assertThat(spectrum.negative()).hasValue(negative);
        for (int k = 0; k < d; k++) {
          Interval eigenvalue = spectrum.eigenvalues().get(k);
          assertThat(k < negative ? eigenvalue.high() < 0 : eigenvalue.low() > 0).isTrue();
        }
      }
    }
    assertThat(decided).isGreaterThan(200);
  }
}
