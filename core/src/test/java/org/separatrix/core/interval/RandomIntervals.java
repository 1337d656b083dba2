package org.separatrix.core.interval;

import java.util.SplittableRandom;

/** Numbers and intervals drawn at random, the nasty ones more often than chance would. */
final class RandomIntervals {
  private static final double[] LANDMARKS = {
    0,
    1,
    2,
    3,
    0.5,
    0.1,
    10,
    Math.PI,
    Math.E,
    1e-300,
    1e300,
    709.78,
    745.13,
    18.7,
    0x1p-960,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    0x1p52,
    0x1p-27
  };

  private final SplittableRandom random;

  RandomIntervals(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A finite double: of usual size, of any size, next to a landmark or a multiple of pi/2. */
  double number() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> random.nextDouble() * 2 - 1;
      case 2 -> (random.nextDouble() * 2 - 1) * 100;
      case 3 -> anyBits();
      case 4 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(60) - 30);
      case 5 -> neighbour(LANDMARKS[random.nextInt(LANDMARKS.length)]) * sign();
      case 6 -> nearMultipleOfHalfPi();
      default -> random.nextInt(41) - 20;
    };
  }

  double anyBits() {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : 0;
  }

  double nearMultipleOfHalfPi() {
    long multiple = random.nextLong() >> (random.nextInt(62) + 1);
    return neighbour(multiple * (Math.PI / 2));
  }

  double subnormal() {
    return Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(52))) * sign();
  }

  double nearOverflow() {
    return Math.scalb(1 + random.nextDouble(), 1023 - random.nextInt(3)) * sign();
  }

  /** A bounded interval; a third are points, some are unbounded, none is empty. */
  Interval interval() {
    double a = number();
    double b = random.nextInt(3) == 0 ? a : number();
    if (random.nextInt(50) == 0) {
      return random.nextBoolean()
          ? new Interval(a, Double.POSITIVE_INFINITY)
          : new Interval(Double.NEGATIVE_INFINITY, a);
    }
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  /** A number of an interval, at a bound every third time. */
  double in(Interval interval) {
    double low = Math.max(interval.low(), -Double.MAX_VALUE);
    double high = Math.min(interval.high(), Double.MAX_VALUE);
    return switch (random.nextInt(6)) {
      case 0 -> low;
      case 1 -> high;
      default -> {
        double t = random.nextDouble();
        yield Math.min(high, Math.max(low, low * (1 - t) + high * t));
      }
    };
  }

  Interval subset(Interval interval) {
    double a = in(interval);
    double b = in(interval);
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  int nextInt(int bound) {
    return random.nextInt(bound);
  }

  double nextDouble() {
    return random.nextDouble();
  }

  private double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  private double neighbour(double number) {
    double near = number;
    for (int i = random.nextInt(4); i > 0; i--) {
      near = random.nextBoolean() ? Math.nextUp(near) : Math.nextDown(near);
    }
    return Double.isFinite(near) ? near : number;
  }
}
