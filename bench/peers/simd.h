// Vectors of doubles, as wide as the processor has them.
#ifndef SIMD_H
#define SIMD_H

#include <immintrin.h>

#ifdef __AVX512F__
#define WIDTH 8
#else
#define WIDTH 4
#endif

#define INLINE static inline __attribute__((always_inline))

typedef double vec __attribute__((vector_size(8 * WIDTH), may_alias));

INLINE vec spread(double a) { return a + (vec){0}; }

INLINE vec load(const double *x) { return *(const vec *)x; }

INLINE void store(double *x, vec v) { *(vec *)x = v; }

// Tells whether any lane is above a bound.
INLINE int any_above(vec v, double bound) {
#ifdef __AVX512F__
  return _mm512_cmp_pd_mask((__m512d)v, _mm512_set1_pd(bound), _CMP_GT_OQ) != 0;
#else
  return _mm256_movemask_pd(_mm256_cmp_pd((__m256d)v, _mm256_set1_pd(bound), _CMP_GT_OQ)) != 0;
#endif
}

// The sine of glibc's vector library, at most 4 ulp.
#ifdef __AVX512F__
extern __m512d _ZGVeN8v_sin(__m512d);
INLINE vec sine(vec x) { return (vec)_ZGVeN8v_sin((__m512d)x); }
#else
extern __m256d _ZGVdN4v_sin(__m256d);
INLINE vec sine(vec x) { return (vec)_ZGVdN4v_sin((__m256d)x); }
#endif

#endif
