package org.separatrix.core.critical;

import java.util.Optional;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.bound.CertifiedBound;

/**
 * A problem with what is proven of the Lipschitz constant L of its gradient on the domain.
 *
 * @param problem the problem
 * @param lipschitz encloses L; empty if that is out of reach or was not wanted
 * @param seconds wall time of the proof
 */
public record BoundedProblem(Problem problem, Optional<CertifiedBound> lipschitz, double seconds) {}
