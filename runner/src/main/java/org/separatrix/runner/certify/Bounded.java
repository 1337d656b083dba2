package org.separatrix.runner.certify;

import java.util.Optional;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.certificate.Certifier;

/** A quantity of the Hessian that is bounded over the domain. */
public enum Bounded {
  /** The Lipschitz constant L of the gradient, sup |H|. */
  LIPSCHITZ("lipschitz", true) {
    @Override
    public Optional<CertifiedBound> compute(Certifier certifier) {
      return Optional.of(certifier.lipschitz());
    }
  },
  /** The smallest eigenvalue, inf lambda_1. */
  SMALLEST_EIGENVALUE("smallest-eigenvalue", false) {
    @Override
    public Optional<CertifiedBound> compute(Certifier certifier) {
      return Optional.of(certifier.smallestEigenvalue());
    }
  },
  /** The largest eigenvalue, sup lambda_d. */
  LARGEST_EIGENVALUE("largest-eigenvalue", true) {
    @Override
    public Optional<CertifiedBound> compute(Certifier certifier) {
      return Optional.of(certifier.largestEigenvalue());
    }
  },
  /** The Lipschitz constant of the Hessian, sup |D^3 f|. */
  HESSIAN_LIPSCHITZ("hessian-lipschitz", true) {
    @Override
    public Optional<CertifiedBound> compute(Certifier certifier) {
      return certifier.hessianLipschitz();
    }
  };

  private final String label;
  private final boolean supremum;

  Bounded(String label, boolean supremum) {
    this.label = label;
    this.supremum = supremum;
  }

  /** Returns the name in certificates. */
  public String label() {
    return label;
  }

  /** Tells whether it is a supremum, whose upper bound holds at all points; else an infimum. */
  public boolean isSupremum() {
    return supremum;
  }

  /**
   * Bounds it.
   *
   * @param certifier the objective on its domain
   * @return nothing if the objective does not have what is needed
   */
  public abstract Optional<CertifiedBound> compute(Certifier certifier);
}
