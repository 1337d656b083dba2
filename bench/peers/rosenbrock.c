// Rosenbrock's function of 100 coordinates, sum of 100 (x_{k+1} - x_k^2)^2 + (1 - x_k)^2.
#include "simd.h"

#define OBJECTIVE rosenbrock
#define D 100
#define GROUP 1
#define TILE 32

INLINE void gradient(const double *x, long stride, vec *g, const double *matrix) {
  (void)matrix;
  vec at = load(x), before = {0};
  for (int k = 0; k + 1 < D; k++) {
    vec next = load(x + (k + 1) * stride);
    vec gap = 200 * (next - at * at);
    g[k] = before + 2 * (at - 1) - 2 * at * gap;
    before = gap;
    at = next;
  }
  g[D - 1] = before;
}

#include "forms.h"
