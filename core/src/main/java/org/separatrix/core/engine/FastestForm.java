package org.separatrix.core.engine;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Picks the fastest of several ways to do the same, by the time that each takes at work: at first
 * all take turns, then the one with the least mean time for a unit of work goes on alone.
 *
 * <p>Which one is picked varies from machine to machine; the results do not, because all give the
 * same. Serves several threads.
 */
final class FastestForm {
  /** Number of turns after which a form is known; the just-in-time compiler needs some of them. */
  private static final long TURNS = 3000;

  /**
   * Number of turns that do not count: what is compiled first may be replaced by something slower.
   */
  private static final long FIRST_TURNS = 500;

  /** A turn that takes so many times the least was interrupted, and does not count. */
  private static final long INTERRUPTED = 2;

  /**
   * A turn that takes the mean divided by more than this is the first of better compiled code:
   * those before it tell nothing.
   */
  private static final long COMPILED = 2;

  /** Number of turns that are enough if they are long. */
  private static final long LONG_TURNS = 1000;

  /** Time of all turns together from which on they are long. */
  private static final long LONG_NANOSECONDS = 150_000_000;

  private final AtomicLongArray turns;

  /** Time of all turns, in nanoseconds. */
  private final AtomicLongArray spent;

  /** Least time for a unit of work, in units of 2^-20 nanoseconds. */
  private final AtomicLongArray least;

  /** Time of the turns that count, in nanoseconds. */
  private final AtomicLongArray counted;

  /** Units of work of the turns that count. */
  private final AtomicLongArray done;

  private volatile int picked = -1;

  FastestForm(int forms) {
    turns = new AtomicLongArray(forms);
    spent = new AtomicLongArray(forms);
    least = new AtomicLongArray(forms);
    counted = new AtomicLongArray(forms);
    done = new AtomicLongArray(forms);
    for (int form = 0; form < forms; form++) {
      least.set(form, Long.MAX_VALUE);
    }
  }

  /** Returns the form to use now. */
  int next() {
    int known = picked;
    if (known >= 0) {
      return known;
    }
    int next = 0;
    for (int form = 1; form < turns.length(); form++) {
      next = turns.get(form) < turns.get(next) ? form : next;
    }
    return next;
  }

  /** Tells whether times are still asked for. */
  boolean isOpen() {
    return picked < 0;
  }

  /**
   * Notes the time of a turn.
   *
   * @param form the form that was used
   * @param nanoseconds the time
   * @param work units of work that it did
   */
  void note(int form, long nanoseconds, long work) {
    if (turns.incrementAndGet(form) > FIRST_TURNS) {
      count(form, nanoseconds, Math.max(1, work));
    }
    spent.addAndGet(form, nanoseconds);
    int best = 0;
    for (int other = 0; other < least.length(); other++) {
      if (!isKnown(other)) {
        return;
      }
      best = nanoseconds(other) < nanoseconds(best) ? other : best;
    }
    picked = best;
  }

  /** Adds up, so that a few turns that happen to be fast do not decide. */
  private void count(int form, long nanoseconds, long work) {
    long time = (nanoseconds << 20) / work;
    if (COMPILED * time < (counted.get(form) << 20) / Math.max(1, done.get(form))) {
      counted.set(form, 0);
      done.set(form, 0);
    }
    if (time <= INTERRUPTED * least.accumulateAndGet(form, time, Math::min)) {
      counted.addAndGet(form, nanoseconds);
      done.addAndGet(form, work);
    }
  }

  private boolean isKnown(int form) {
    long taken = turns.get(form);
    return taken >= TURNS || (taken >= LONG_TURNS && spent.get(form) >= LONG_NANOSECONDS);
  }

  /** Returns the mean time that a form took for a unit of work, in nanoseconds; NaN if unknown. */
  double nanoseconds(int form) {
    long work = done.get(form);
    return work == 0 ? Double.NaN : (double) counted.get(form) / work;
  }
}
