// The peer in C: answers requests, one a line, in the form that bench/README.md describes.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kernel.h"

static const objective *objectives[] = {&lee, &himmelblau, &rastrigin, &rosenbrock, &factorization};

typedef struct {
  char verb[16], work[32], method[32], form[16], goal[16];
  char starts[512], matrix[512], out[512];
  long lanes, steps, interval, threads;
  double alpha, beta, bound, seconds;
} request;

typedef struct {
  const objective *objective;
  kernel kernel;
  parameters parameters;
  const double *starts; // d x lanes
  long lanes;           // number of starts
  double until;         // time at which to end
  long first;           // tile to begin with
  long units;           // lanes moved, times steps if their number is fixed
  double *ends;         // receives d x lanes, or NULL
} job;

static double clock_of(clockid_t id) {
  struct timespec t;
  clock_gettime(id, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double *aligned(long doubles) { return aligned_alloc(4096, (doubles * 8 + 4095) / 4096 * 4096); }

static double *read_doubles(const char *path, long count) {
  double *values = aligned(count);
  FILE *file = fopen(path, "rb");
  if (!file || fread(values, 8, count, file) != (size_t)count) {
    free(values);
    values = NULL;
  }
  if (file) fclose(file);
  return values;
}

// Moves the starts of one tile; those beyond the last start are the first again.
static void move_tile(job *j, tile t, long index) {
  long d = j->objective->dimension;
  for (long k = 0; k < d; k++) {
    const double *from = j->starts + k * j->lanes;
    for (long i = 0; i < t.lanes; i++) {
      t.x[k * t.stride + i] = from[(index * t.lanes + i) % j->lanes];
    }
    memcpy(t.p + k * t.stride, t.x + k * t.stride, t.lanes * 8);
  }
  j->kernel(t, &j->parameters);
  for (long k = 0; j->ends && k < d; k++)
    for (long i = 0; i < t.lanes && index * t.lanes + i < j->lanes; i++)
      j->ends[k * j->lanes + index * t.lanes + i] = t.x[k * t.stride + i];
}

static void *run_job(void *argument) {
  job *j = argument;
  // No two of the few long arrays in two dimensions begin at nearly the same place of a page, where
  // the processor takes a load for one of what was just stored; rates were halved now and then.
  long d = j->objective->dimension, lanes = j->objective->lanes, stride = lanes + (d == 2 ? 152 : 8);
  double *memory = aligned(3 * d * stride);
  tile t = {memory, memory + d * stride, memory + 2 * d * stride, lanes, stride};
  long tiles = (j->lanes + lanes - 1) / lanes;
  if (j->ends) {
    for (long index = 0; index < tiles; index++) move_tile(j, t, index);
  } else {
    for (long index = j->first; clock_of(CLOCK_MONOTONIC) < j->until; index++) {
      move_tile(j, t, index % tiles);
      j->units += lanes;
    }
  }
  free(memory);
  return NULL;
}

static const objective *find_objective(const char *name) {
  for (size_t i = 0; i < sizeof objectives / sizeof *objectives; i++)
    if (!strcmp(objectives[i]->name, name)) return objectives[i];
  return NULL;
}

static kernel find_kernel(const objective *o, const request *r) {
  static const char *names[] = {"registers", "fused", "separate"};
  int measure = strcmp(r->goal, "escape") ? GRADIENT_NORM : POSITION;
  for (int form = 0; form < FORMS; form++)
    if (!strcmp(names[form], r->form))
      return o->kernels[form][!strcmp(r->method, "heavy-ball")][r->interval == 1][measure];
  return NULL;
}

static void answer(const request *r) {
  const objective *o = find_objective(r->work);
  kernel k = o ? find_kernel(o, r) : NULL;
  if (!k || (strcmp(r->method, "gradient-descent") && strcmp(r->method, "heavy-ball"))) {
    printf("none\n");
    return;
  }
  double *starts = read_doubles(r->starts, o->dimension * r->lanes);
  double *matrix = *r->matrix ? read_doubles(r->matrix, 400) : NULL;
  if (!starts || (*r->matrix && !matrix)) {
    printf("error cannot read %s\n", starts ? r->matrix : r->starts);
    return;
  }
  int timed = !strcmp(r->verb, "time");
  long threads = timed ? r->threads : 1;
  double *ends = timed ? NULL : aligned(o->dimension * r->lanes);
  job *jobs = calloc(threads, sizeof *jobs);
  pthread_t *handles = calloc(threads, sizeof *handles);
  double wall = clock_of(CLOCK_MONOTONIC), cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID);
  for (long t = 0; t < threads; t++) {
    jobs[t] = (job){o, k, {r->alpha, r->beta, r->bound, r->steps, matrix}, starts, r->lanes,
                    wall + r->seconds, t * 7, 0, ends};
    pthread_create(&handles[t], NULL, run_job, &jobs[t]);
  }
  long units = 0;
  for (long t = 0; t < threads; t++) {
    pthread_join(handles[t], NULL);
    units += jobs[t].units;
  }
  wall = clock_of(CLOCK_MONOTONIC) - wall;
  cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  if (!strcmp(r->goal, "steps")) units *= r->steps;
  if (ends) {
    FILE *file = fopen(r->out, "wb");
    if (file) {
      fwrite(ends, 8, o->dimension * r->lanes, file);
      fclose(file);
    }
  }
  printf("ok %ld %.9f %.9f\n", units, wall, cpu);
  free(ends);
  free(jobs);
  free(handles);
  free(starts);
  free(matrix);
}

static void parse(char *line, request *r) {
  char *rest, *word = strtok_r(line, " \n", &rest);
  if (word) snprintf(r->verb, sizeof r->verb, "%s", word);
  while ((word = strtok_r(NULL, " \n", &rest))) {
    char *value = strchr(word, '=');
    if (!value) continue;
    *value++ = 0;
#define TEXT(key) if (!strcmp(word, #key)) snprintf(r->key, sizeof r->key, "%s", value)
#define WHOLE(key) if (!strcmp(word, #key)) r->key = atol(value)
#define REAL(key) if (!strcmp(word, #key)) r->key = atof(value)
    TEXT(work); TEXT(method); TEXT(form); TEXT(goal); TEXT(starts); TEXT(matrix); TEXT(out);
    WHOLE(lanes); WHOLE(steps); WHOLE(interval); WHOLE(threads);
    REAL(alpha); REAL(beta); REAL(bound); REAL(seconds);
  }
}

int main(void) {
  char line[4096];
  printf("ready\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    request r = {0};
    parse(line, &r);
    answer(&r);
    fflush(stdout);
  }
  return 0;
}
