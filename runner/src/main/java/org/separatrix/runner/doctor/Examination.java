package org.separatrix.runner.doctor;

import java.util.List;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.store.Processor;

/** Everything that is looked at. */
public final class Examination {
  private final Planner planner;

  /**
   * Creates the examination.
   *
   * @param planner makes the plan of a small study
   */
  public Examination(Planner planner) {
    this.planner = planner;
  }

  /** Examines this machine; takes a few seconds. */
  public List<Diagnosis> examine() {
    Processor processor = Processor.ofThisMachine();
    return List.of(
        Machine.java(),
        Machine.memory(),
        Machine.processor(processor, Runtime.getRuntime().availableProcessors()),
        NativeLibraries.diagnose(),
        Surroundings.fonts(),
        Surroundings.temporaryFolder(),
        KernelSpeed.diagnose(planner, processor));
  }
}
