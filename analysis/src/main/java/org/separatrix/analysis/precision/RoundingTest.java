package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.precision.Precision;

/**
 * The runs from the stable manifold of one saddle under one method, in both precisions.
 *
 * @param config of the analyzer
 * @param saddle the saddle
 */
record RoundingTest(RoundingEscape.Config config, TestedSaddle saddle) {

  List<Finding> run(Laboratory laboratory) {
    Optimizer optimizer = Precision.inDouble(saddle.cell().optimizer());
    Optional<ManifoldStarts> starts =
        ManifoldStarts.at(
            saddle.cell().problem().objective(),
            optimizer,
            saddle.point(),
            saddle.radius(),
            config.starts(),
            laboratory.random(saddle.purpose("starts")));
    List<Finding> findings = new ArrayList<>();
    findings.add(new DelayTest(config, saddle, optimizer, laboratory).finding(starts));
    starts
        .filter(ManifoldStarts::isAligned)
        .map(aligned -> new PlaneTest(config, saddle, optimizer, laboratory).finding(aligned))
        .ifPresent(findings::add);
    return findings;
  }
}
