package org.separatrix.analysis;

import com.google.auto.service.AutoService;
import org.separatrix.analysis.avoidance.SaddleAvoidance;
import org.separatrix.analysis.basin.Basins;
import org.separatrix.analysis.chain.ExponentialTime;
import org.separatrix.analysis.continuum.NonIsolated;
import org.separatrix.analysis.control.StartOnStableManifold;
import org.separatrix.analysis.control.StepBeyondTwoOverL;
import org.separatrix.analysis.critical.CriticalPoints;
import org.separatrix.analysis.diffeomorphism.Diffeomorphism;
import org.separatrix.analysis.escape.DimensionLaw;
import org.separatrix.analysis.escape.EscapeTime;
import org.separatrix.analysis.geometry.ManifoldGeometry;
import org.separatrix.analysis.lojasiewicz.LojasiewiczRate;
import org.separatrix.analysis.manifold.StableManifold;
import org.separatrix.analysis.momentum.MomentumEscape;
import org.separatrix.analysis.noise.GradientNoise;
import org.separatrix.analysis.nonstrict.NonStrictSaddle;
import org.separatrix.analysis.power.PowerIteration;
import org.separatrix.analysis.precision.RoundingEscape;
import org.separatrix.analysis.rate.ConvergenceRate;
import org.separatrix.analysis.region.InvariantRegion;
import org.separatrix.analysis.share.PositiveShare;
import org.separatrix.analysis.stability.StepStability;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Adds the analyzers and controls. */
@AutoService(SeparatrixPlugin.class)
public final class AnalysisPlugin extends SeparatrixPlugin {
  @Override
  protected void contribute() {
    analyzer("critical-points", CriticalPoints.Config.class, config -> new CriticalPoints());
    analyzer("saddle-avoidance", SaddleAvoidance.Config.class, SaddleAvoidance::new);
    analyzer("diffeomorphism", Diffeomorphism.Config.class, Diffeomorphism::new);
    analyzer("stable-manifold", StableManifold.Config.class, config -> new StableManifold());
    analyzer("escape-time", EscapeTime.Config.class, EscapeTime::new);
    analyzer("convergence-rate", ConvergenceRate.Config.class, ConvergenceRate::new);
    analyzer("exponential-time", ExponentialTime.Config.class, ExponentialTime::new);
    analyzer("dimension-law", DimensionLaw.Config.class, DimensionLaw::new);
    analyzer("manifold-geometry", ManifoldGeometry.Config.class, ManifoldGeometry::new);
    analyzer("basins", Basins.Config.class, Basins::new);
    analyzer("step-stability", StepStability.Config.class, StepStability::new);

    analyzer("non-strict-saddle", NonStrictSaddle.Config.class, NonStrictSaddle::new);
    analyzer("non-isolated", NonIsolated.Config.class, NonIsolated::new);
    analyzer("invariant-region", InvariantRegion.Config.class, InvariantRegion::new);
    analyzer("precision", RoundingEscape.Config.class, RoundingEscape::new);
    analyzer("noise", GradientNoise.Config.class, GradientNoise::new);
    analyzer("power-iteration", PowerIteration.Config.class, PowerIteration::new);
    analyzer("momentum-escape", MomentumEscape.Config.class, MomentumEscape::new);
    analyzer("lojasiewicz-rate", LojasiewiczRate.Config.class, LojasiewiczRate::new);

    control(
        "start-on-stable-manifold",
        StartOnStableManifold.Config.class,
        config -> new StartOnStableManifold());
    control("step-beyond-2-over-l", StepBeyondTwoOverL.Config.class, StepBeyondTwoOverL::new);
    control(
        "collapse",
        PositiveShare.CollapseConfig.class,
        config -> PositiveShare.collapse(config.share()));
    control(
        "non-strict-saddle",
        PositiveShare.NonStrictSaddleConfig.class,
        config -> PositiveShare.nonStrictSaddle(config.share()));
  }
}
