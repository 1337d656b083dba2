// A kernel moves a tile of lanes: coordinate k of lane i is x[k * stride + i], and p holds the
// positions before the last step.
#ifndef KERNEL_H
#define KERNEL_H

typedef struct {
  double alpha;         // step size
  double beta;          // momentum; used by heavy ball alone
  double bound;         // lanes go on while their measure is above this
  long steps;           // number of steps, a multiple of 16
  const double *matrix; // matrix of the objective, if any
} parameters;

typedef struct {
  double *x; // positions
  double *p; // positions before the last step
  double *g; // gradients, for the separate loops
  long lanes;
  long stride;
} tile;

// Moves the lanes of a tile until none goes on or the steps are taken. Returns the number of checks
// at which lanes went on.
typedef long (*kernel)(tile, const parameters *);

enum form { REGISTERS, FUSED, SEPARATE, FORMS };

// What decides whether lanes go on: the squared norm of the gradient, or minus that of the position.
enum measure { GRADIENT_NORM, POSITION, MEASURES };

typedef struct {
  const char *name;
  long dimension;
  long lanes;                         // in a tile
  kernel kernels[FORMS][2][2][MEASURES]; // by form, momentum, whether each step is checked, measure
} objective;

extern const objective lee, himmelblau, rastrigin, rosenbrock, factorization;

#endif
