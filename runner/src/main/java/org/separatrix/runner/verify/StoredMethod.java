package org.separatrix.runner.verify;

import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.runner.certify.Exact;
import org.separatrix.runner.certify.MethodEntry;

/** A method made of the matrices that a certificate names. */
final class StoredMethod extends LinearMethod {
  /**
   * Makes the method.
   *
   * @throws IllegalArgumentException if the matrices do not fit
   */
  StoredMethod(MethodEntry entry) {
    super(
        Exact.matrix(entry.a()),
        Exact.vector(entry.b()),
        Exact.vector(entry.c()),
        Exact.vector(entry.rest()));
  }
}
