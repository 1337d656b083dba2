package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
  @ParameterizedTest
  @CsvSource({
    "step size alpha, step size α",
    "C (1+alpha gamma)^-k, C (1+α γ)⁻ᵏ",
    "2/lambda_max, 2/λₘₐₓ",
    "x_1^2, x₁²",
    "W^s of c2, Wˢ of c2",
    "slope -ln z = -0.18, slope −ln z = −0.18",
    "heavy-ball-step=0.1, heavy-ball-step=0.1",
    "alphabet, alphabet",
    "x_start, x_start",
    "alpha <= 1 +- 1e-3, α ≤ 1 ± 1e-3"
  })
  void isSetAsPrintDoes(String plain, String set) {
    assertThat(Typography.set(plain)).isEqualTo(set);
  }
}
