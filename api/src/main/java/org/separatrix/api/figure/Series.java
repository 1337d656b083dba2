package org.separatrix.api.figure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/** A list of numbers that does not change. */
public final class Series {
  private final double[] values;

  private Series(double[] values) {
    this.values = values;
  }

  /**
   * Returns a copy of numbers.
   *
   * @param values the numbers
   */
  public static Series of(double... values) {
    return new Series(values.clone());
  }

  /**
   * Returns the numbers of a stream.
   *
   * @param values the numbers
   */
  public static Series of(DoubleStream values) {
    return new Series(values.toArray());
  }

  /**
   * Returns n numbers given by their index.
   *
   * @param size n
   * @param value number i for i = 0 ... n - 1
   */
  public static Series of(int size, IntToDoubleFunction value) {
    double[] values = new double[size];
    Arrays.setAll(values, value);
    return new Series(values);
  }

  /** Returns how many they are. */
  public int size() {
    return values.length;
  }

  /**
   * Returns a number.
   *
   * @param i its index from 0
   */
  public double get(int i) {
    return values[i];
  }

  /** Returns the numbers in order. */
  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  /** Returns a copy. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series series && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
