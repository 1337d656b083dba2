package org.separatrix.analysis;

import com.google.auto.service.AutoService;
import org.separatrix.analysis.avoidance.SaddleAvoidance;
import org.separatrix.analysis.critical.CriticalPoints;
import org.separatrix.analysis.escape.EscapeTime;
import org.separatrix.analysis.rate.ConvergenceRate;
import org.separatrix.analysis.share.PositiveShare;
import org.separatrix.api.plugin.NoConfig;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Adds the analyzers and controls. */
@AutoService(SeparatrixPlugin.class)
public final class AnalysisPlugin extends SeparatrixPlugin {
  @Override
  protected void contribute() {
    analyzer("critical-points", NoConfig.class, config -> new CriticalPoints());
    analyzer("saddle-avoidance", SaddleAvoidance.Config.class, SaddleAvoidance::new);
    analyzer("escape-time", EscapeTime.Config.class, EscapeTime::new);
    analyzer("convergence-rate", ConvergenceRate.Config.class, ConvergenceRate::new);
    control("collapse", PositiveShare.Config.class, PositiveShare::collapse);
    control("non-strict-saddle", PositiveShare.Config.class, PositiveShare::nonStrictSaddle);
  }
}
