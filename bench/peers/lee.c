// Lee's function x^2/2 + y^4/4 - y^2/2.
#include "simd.h"

#define OBJECTIVE lee
#define D 2
#define GROUP 8
#define TILE 1024

INLINE void gradient(const double *at, long stride, vec *g, const double *matrix) {
  (void)matrix;
  vec x = load(at), y = load(at + stride);
  g[0] = x;
  g[1] = y * y * y - y;
}

#include "forms.h"
