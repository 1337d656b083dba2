// The three forms of a kernel. To be included with these defined:
//   D        number of coordinates
//   GROUP    number of vectors of lanes that the form "registers" moves at once; half as many with
//            momentum, which keeps twice as many numbers
//   TILE     number of lanes in a tile
//   OBJECTIVE name of the objective
//   gradient(const double *x, long stride, vec *g, const double *matrix): coordinate k of the
//            lanes is at x + k * stride
// The functions below are inlined with constant flags, so that each variant is a loop of its own.
#include "kernel.h"

#define STRINGIFY(name) #name
#define STRING(name) STRINGIFY(name)
#define UNROLL_SMALL _Pragma("GCC unroll 8")

_Static_assert(TILE % (GROUP * WIDTH) == 0, "a tile is a number of whole groups");

// Takes a step of one vector of lanes and returns their measure before it.
INLINE vec step_one(double *x, double *p, long stride, int momentum, int measured, int measure,
                    const parameters *q) {
  vec g[D], n = {0};
  gradient(x, stride, g, q->matrix);
  UNROLL_SMALL
  for (int k = 0; k < D; k++) {
    vec old = load(x + k * stride);
    if (measured) n += measure == POSITION ? -old * old : g[k] * g[k];
    vec next = old - q->alpha * g[k];
    if (momentum) {
      next += q->beta * (old - load(p + k * stride));
      store(p + k * stride, old);
    }
    store(x + k * stride, next);
  }
  return n;
}

// A group of lanes takes all steps before the next group; in two dimensions it stays in registers,
// in more it stays in the first-level cache, one vector for each coordinate.
INLINE long registers(tile t, int momentum, int each, int measure, const parameters *q) {
  long active = 0;
  int interval = each ? 1 : 16, group = momentum && GROUP > 1 ? GROUP / 2 : GROUP;
  parameters mine = *q;
  for (long i = 0; i < t.lanes; i += group * WIDTH) {
    vec x[GROUP][D], p[GROUP][D];
    for (int u = 0; u < group; u++)
      for (int k = 0; k < D; k++) {
        x[u][k] = load(t.x + k * t.stride + i + u * WIDTH);
        p[u][k] = load(t.p + k * t.stride + i + u * WIDTH);
      }
    for (long s = 0; s < mine.steps; s += interval) {
      int any = 0;
      for (int m = 1; m < interval; m++)
        UNROLL_SMALL
        for (int u = 0; u < group; u++)
          step_one((double *)x[u], (double *)p[u], WIDTH, momentum, 0, measure, &mine);
      UNROLL_SMALL
      for (int u = 0; u < group; u++)
        any |= any_above(
            step_one((double *)x[u], (double *)p[u], WIDTH, momentum, 1, measure, &mine),
            mine.bound);
      active += any;
      if (!any) break;
    }
    for (int u = 0; u < group; u++)
      for (int k = 0; k < D; k++) store(t.x + k * t.stride + i + u * WIDTH, x[u][k]);
  }
  return active;
}

// All lanes of a tile take a step in one loop.
INLINE int fused_step(tile t, int momentum, int measured, int measure, const parameters *q) {
  int any = 0;
  for (long i = 0; i < t.lanes; i += WIDTH) {
    vec n = step_one(t.x + i, t.p + i, t.stride, momentum, measured, measure, q);
    if (measured) any |= any_above(n, q->bound);
  }
  return any;
}

INLINE long fused(tile t, int momentum, int each, int measure, const parameters *q) {
  long active = 0;
  parameters mine = *q;
  for (long s = 0; s < mine.steps; s++) {
    if (each || (s & 15) == 15) {
      int any = fused_step(t, momentum, 1, measure, &mine);
      active += any;
      if (!any) break;
    } else {
      fused_step(t, momentum, 0, measure, &mine);
    }
  }
  return active;
}

// Gradient, measure and update are loops of their own.
INLINE long separate(tile t, int momentum, int each, int measure, const parameters *q) {
  long active = 0;
  double alpha = q->alpha, beta = q->beta;
  for (long s = 0; s < q->steps; s++) {
    for (long i = 0; i < t.lanes; i += WIDTH) {
      vec g[D];
      gradient(t.x + i, t.stride, g, q->matrix);
      for (int k = 0; k < D; k++) store(t.g + k * t.stride + i, g[k]);
    }
    if (each || (s & 15) == 15) {
      const double *measured = measure == POSITION ? t.x : t.g;
      double sign = measure == POSITION ? -1 : 1;
      int any = 0;
      for (long i = 0; i < t.lanes; i += WIDTH) {
        vec n = {0};
        for (int k = 0; k < D; k++) {
          vec v = load(measured + k * t.stride + i);
          n += v * v;
        }
        any |= any_above(sign * n, q->bound);
      }
      active += any;
      if (!any) break;
    }
    for (int k = 0; k < D; k++) {
      double *restrict x = t.x + k * t.stride;
      double *restrict p = t.p + k * t.stride;
      const double *restrict g = t.g + k * t.stride;
      for (long i = 0; i < t.lanes; i++) {
        double old = x[i];
        x[i] = momentum ? old - alpha * g[i] + beta * (old - p[i]) : old - alpha * g[i];
        if (momentum) p[i] = old;
      }
    }
  }
  return active;
}

#define VARIANT(form, momentum, each, measure)                                              \
  static __attribute__((noinline)) long form##_##momentum##each##measure(                   \
      tile t, const parameters *q) {                                                        \
    return form(t, momentum, each, measure, q);                                             \
  }
#define VARIANTS(form)                                                                      \
  VARIANT(form, 0, 0, 0) VARIANT(form, 0, 0, 1) VARIANT(form, 0, 1, 0) VARIANT(form, 0, 1, 1) \
  VARIANT(form, 1, 0, 0) VARIANT(form, 1, 0, 1) VARIANT(form, 1, 1, 0) VARIANT(form, 1, 1, 1)
#define ENTRIES(form)                                                                       \
  {{{form##_000, form##_001}, {form##_010, form##_011}},                                    \
   {{form##_100, form##_101}, {form##_110, form##_111}}}

VARIANTS(registers)
VARIANTS(fused)
VARIANTS(separate)

const objective OBJECTIVE = {
    STRING(OBJECTIVE), D, TILE, {ENTRIES(registers), ENTRIES(fused), ENTRIES(separate)}};
