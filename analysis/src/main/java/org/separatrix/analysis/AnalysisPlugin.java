package org.separatrix.analysis;

import com.google.auto.service.AutoService;
import org.separatrix.analysis.avoidance.SaddleAvoidance;
import org.separatrix.analysis.critical.CriticalPoints;
import org.separatrix.api.plugin.NoConfig;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Adds the analyzers and controls. */
@AutoService(SeparatrixPlugin.class)
public final class AnalysisPlugin extends SeparatrixPlugin {
  @Override
  protected void contribute() {
    analyzer("critical-points", NoConfig.class, config -> new CriticalPoints());
    analyzer("saddle-avoidance", SaddleAvoidance.Config.class, SaddleAvoidance::new);
  }
}
