package org.separatrix.core.engine;

import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;

/**
 * What to run. Run number r of an experiment is a function of these and of r, to the last bit.
 *
 * @param objective the function
 * @param optimizer the method
 * @param starts where runs start
 * @param stop when they stop
 * @param key the key of the random streams, see {@link
 *     org.separatrix.core.random.RandomStreams#key}; to pair two methods run by run, leave the
 *     method out of the key
 */
public record Experiment(
    Objective objective, Optimizer optimizer, StartDistribution starts, StopRule stop, long key) {}
