package org.separatrix.runner.doctor;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.separatrix.core.plugin.Failure;

/** Loads ND4J and OpenBLAS, and multiplies two small matrices whose product is known. */
final class NativeLibraries {
  private static final String SUBJECT = "native libraries";
  private static final int SIZE = 8;

  private NativeLibraries() {}

  static Diagnosis diagnose() {
    try {
      double error = errorOfProduct();
      return error == 0
          ? Diagnosis.fine(
              SUBJECT,
              "ND4J with %s, a product is right"
                  .formatted(Nd4j.getBackend().getClass().getSimpleName()))
          : Diagnosis.broken(
              SUBJECT,
              "a product of small integers is wrong by " + error,
              "report this with what separatrix doctor --json prints; objectives made of formulas"
                  + " do not need these libraries");
    } catch (RuntimeException | LinkageError failure) {
      return Diagnosis.broken(
          SUBJECT,
          "they do not load: " + new Failure(failure).describe(),
          "check that the platform is one of linux, macosx and windows on x86_64, or linux and"
              + " macosx on arm64, and that the temporary folder allows execution; objectives made"
              + " of formulas do not need them");
    }
  }

  /** All entries are small integers, so that every order of summation is exact. */
  private static double errorOfProduct() {
    double[][] left = new double[SIZE][SIZE];
    double[][] right = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        left[i][j] = i + 2 * j;
        right[i][j] = i * j - 3;
      }
    }
    double error = 0;
    try (INDArray a = Nd4j.createFromArray(left).castTo(DataType.DOUBLE);
        INDArray b = Nd4j.createFromArray(right).castTo(DataType.DOUBLE);
        INDArray product = a.mmul(b)) {
      for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
          double sum = 0;
          for (int k = 0; k < SIZE; k++) {
            sum += left[i][k] * right[k][j];
          }
          error = Math.max(error, Math.abs(product.getDouble(i, j) - sum));
        }
      }
    }
    return error;
  }
}
