package org.separatrix.runner.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.figure.Axis;

/** Chooses round values to mark on an axis, and words them. */
final class TickMarks {
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Decades between marks of a logarithmic axis. */
  private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300};

  /** As many decades at most have small marks within. */
  private static final int DECADES_WITH_MINOR = 6;

  /** Part of a step by which rounding may place a mark beside the end of the axis. */
  private static final double SLACK = 1e-9;

  private TickMarks() {}

  /**
   * Returns the marks of an axis in ascending order.
   *
   * @param scale of the axis
   * @param most labels that it has room for, at least 2
   */
  static List<TickMark> of(Scale scale, int most) {
    if (scale.kind() == Axis.Scale.LINEAR) {
      return linear(scale, most);
    }
    double first = Math.log10(scale.low());
    double last = Math.log10(scale.high());
    int decades = (int) (Math.floor(last + 1e-9) - Math.ceil(first - 1e-9)) + 1;
    if (decades >= 2) {
      return decades(scale, most);
    }
    List<TickMark> marks = within(scale);
    long labelled = marks.stream().filter(TickMark::isLabelled).count();
    return labelled >= 2 && labelled <= most ? marks : linear(scale, most);
  }

  private static List<TickMark> linear(Scale scale, int most) {
    double room = scale.high() - scale.low();
    double power = Math.pow(10, Math.floor(Math.log10(room / most)));
    double step = power;
    for (double round : ROUND) {
      step = round * power;
      if (last(scale, step) - first(scale, step) < most) {
        break;
      }
    }
    BigDecimal exact = new BigDecimal(step).round(new MathContext(1));
    double largest = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
    List<TickMark> marks = new ArrayList<>();
    for (long i = first(scale, step); i <= last(scale, step) && marks.size() < most; i++) {
      BigDecimal value = exact.multiply(BigDecimal.valueOf(i));
      marks.add(new TickMark(value.doubleValue(), TickLabels.linear(value, exact, largest)));
    }
    return marks;
  }

  private static long first(Scale scale, double step) {
    return (long) Math.ceil(scale.low() / step - SLACK);
  }

  private static long last(Scale scale, double step) {
    return (long) Math.floor(scale.high() / step + SLACK);
  }

  private static List<TickMark> decades(Scale scale, int most) {
    int from = (int) Math.ceil(Math.log10(scale.low()) - 1e-9);
    int to = (int) Math.floor(Math.log10(scale.high()) + 1e-9);
    int stride = 1;
    for (int candidate : STRIDES) {
      stride = candidate;
      if ((to - from) / stride + 1 <= most) {
        break;
      }
    }
    boolean plain = TickLabels.arePlain(from, to);
    boolean minor = to - from <= DECADES_WITH_MINOR;
    List<TickMark> marks = new ArrayList<>();
    for (int exponent = from - 1; exponent <= to; exponent++) {
      if (exponent >= from) {
        boolean labelled = Math.floorMod(exponent, stride) == 0;
        marks.add(mark(1, exponent, labelled, plain));
      }
      for (int digit = 2; minor && digit <= 9; digit++) {
        addInside(marks, mark(digit, exponent, false, plain), scale);
      }
    }
    return marks;
  }

  /** Marks at 1, 2 and 5 of an axis of hardly more than a decade. */
  private static List<TickMark> within(Scale scale) {
    int from = (int) Math.floor(Math.log10(scale.low()));
    int to = (int) Math.ceil(Math.log10(scale.high()));
    boolean plain = TickLabels.arePlain(from, to);
    List<TickMark> marks = new ArrayList<>();
    for (int exponent = from; exponent <= to; exponent++) {
      for (int digit = 1; digit <= 9; digit++) {
        boolean labelled = digit == 1 || digit == 2 || digit == 5;
        addInside(marks, mark(digit, exponent, labelled, plain), scale);
      }
    }
    return marks;
  }

  private static void addInside(List<TickMark> marks, TickMark mark, Scale scale) {
    if (mark.value() >= scale.low() && mark.value() <= scale.high()) {
      marks.add(mark);
    }
  }

  private static TickMark mark(int digit, int exponent, boolean labelled, boolean plain) {
    BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
    return new TickMark(
        value.doubleValue(), labelled ? TickLabels.power(digit, exponent, plain) : "");
  }
}
