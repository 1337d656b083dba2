// Himmelblau's function (x^2 + y - 11)^2 + (x + y^2 - 7)^2.
#include "simd.h"

#define OBJECTIVE himmelblau
#define D 2
#define GROUP 8
#define TILE 1024

INLINE void gradient(const double *at, long stride, vec *g, const double *matrix) {
  (void)matrix;
  vec x = load(at), y = load(at + stride);
  vec a = 2 * (x * x + (y - 11)), b = 2 * (y * y + (x - 7));
  g[0] = 2 * x * a + b;
  g[1] = 2 * y * b + a;
}

#include "forms.h"
