package org.separatrix.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * Moves runs of a linear method on without a look at each of them, in whichever form turns out the
 * fastest at work. Serves several threads.
 */
final class StepLoops {
  private final List<StepForm> forms;
  private final StepForm single;
  private final FastestForm watching;
  private final FastestForm measuring;

  private StepLoops(List<StepForm> forms, StepForm single) {
    this.forms = forms;
    this.single = single;
    watching = new FastestForm(forms.size());
    measuring = new FastestForm(forms.size());
  }

  /**
   * Returns the loops of an experiment.
   *
   * @return empty if its method is not linear
   */
  static Optional<StepLoops> of(Experiment experiment) {
    return experiment.optimizer() instanceof LinearMethod method && method.scalars() == 0
        ? Optional.of(of(StepForm.of(experiment.objective(), method)))
        : Optional.empty();
  }

  private static StepLoops of(List<StepForm> forms) {
    // The last one, which computes the fewest elementary functions carefully: where any form finds
    // no number, it finds none either, so that the step of which the marks tell is found again.
    StepForm single =
        forms.stream()
            .filter(form -> form.stepsAtOnce() == 1)
            .reduce((divided, fused) -> fused)
            .orElseThrow();
    return new StepLoops(forms, single);
  }

  /** Returns loops of one form alone. */
  StepLoops only(int form) {
    return new StepLoops(List.of(forms.get(form)), single);
  }

  /** Returns the number of forms. */
  int forms() {
    return forms.size();
  }

  /**
   * Moves all lanes of a block on and keeps watch.
   *
   * @param block the block, whose clock goes on
   * @param watch receives the marks
   * @param steps an even number of steps
   */
  void watch(Block block, Watch watch, int steps) {
    run(watching, StepForm::watch, block, watch, steps);
  }

  /**
   * Moves all lanes of a block one step on and keeps watch.
   *
   * @param block the block, whose clock goes on
   * @param watch receives the marks
   */
  void watchStep(Block block, Watch watch) {
    single.watch(block, watch, 1);
    block.advance(1);
  }

  /**
   * Moves all lanes of a block on and measures the gradients before the last step.
   *
   * @param block the block, whose clock goes on
   * @param watch receives the squared norms as marks
   * @param steps an even number of steps
   */
  void measure(Block block, Watch watch, int steps) {
    run(measuring, StepForm::measure, block, watch, steps);
  }

  /** Returns how fast the forms were so far. */
  List<FormTime> times() {
    return Stream.concat(times("watched", watching), times("unwatched", measuring)).toList();
  }

  private Stream<FormTime> times(String work, FastestForm choice) {
    return IntStream.range(0, forms.size())
        .filter(form -> !Double.isNaN(choice.nanoseconds(form)))
        .mapToObj(
            form ->
                new FormTime(
                    work,
                    forms.get(form).name(),
                    choice.nanoseconds(form),
                    !choice.isOpen() && choice.next() == form));
  }

  private void run(FastestForm choice, Move move, Block block, Watch watch, int steps) {
    int form = choice.next();
    boolean timed = choice.isOpen();
    long started = timed ? System.nanoTime() : 0;
    move.run(forms.get(form), block, watch, steps);
    if (timed) {
      choice.note(form, System.nanoTime() - started, (long) steps * block.lanes());
    }
    block.advance(steps);
  }

  /** A method of a form. */
  @FunctionalInterface
  private interface Move {
    void run(StepForm form, Block block, Watch watch, int steps);
  }
}
