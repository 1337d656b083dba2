// Matrix factorization |U U' - M|^2 / 4 over 20 x 3 matrices U, whose columns stand one below the
// other. The gradient is U S - M U with S = U' U.
#include "simd.h"

#define OBJECTIVE factorization
#define N 20
#define R 3
#define D (N * R)
#define GROUP 1
#define TILE 64

INLINE void gradient(const double *x, long stride, vec *g, const double *matrix) {
  vec s[R][R];
  for (int a = 0; a < R; a++)
    for (int b = 0; b <= a; b++) {
      vec sum = {0};
      for (int i = 0; i < N; i++) sum += load(x + (a * N + i) * stride) * load(x + (b * N + i) * stride);
      s[a][b] = s[b][a] = sum;
    }
  for (int a = 0; a < R; a++)
    for (int i = 0; i < N; i += 4) {
      vec sum[4];
      for (int m = 0; m < 4; m++) {
        sum[m] = (vec){0};
        for (int b = 0; b < R; b++) sum[m] += load(x + (b * N + i + m) * stride) * s[a][b];
      }
      for (int j = 0; j < N; j++) {
        vec at = load(x + (a * N + j) * stride);
        for (int m = 0; m < 4; m++) sum[m] -= matrix[j * N + i + m] * at;
      }
      for (int m = 0; m < 4; m++) g[a * N + i + m] = sum[m];
    }
}

#include "forms.h"
