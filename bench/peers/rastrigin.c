// Rastrigin's function of 10 coordinates, sum of x^2 - 10 cos(2 pi x), with the sine of libmvec.
#include "simd.h"

#define OBJECTIVE rastrigin
#define D 10
#define GROUP 4
#define TILE 128

INLINE void gradient(const double *x, long stride, vec *g, const double *matrix) {
  (void)matrix;
  const double pi = 3.14159265358979323846;
  for (int k = 0; k < D; k++) {
    vec at = load(x + k * stride);
    g[k] = 2 * at + (20 * pi) * sine((2 * pi) * at);
  }
}

#include "forms.h"
