package org.separatrix.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCodeTest {
  @Test
  void whatCodeReturnsIsReturned() {
    assertThat(PluginCode.call(() -> 3, failure -> 4)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {IllegalStateException.class, StackOverflowError.class, LinkageError.class})
  void whatItThrowsIsItsFailure(Class<? extends Throwable> type) {
    List<Throwable> causes = new ArrayList<>();

    PluginCode.run(() -> throwNew(type), failure -> causes.add(failure.cause()));

    assertThat(causes).singleElement().isInstanceOf(type);
  }

  @Test
  void thatMemoryRanOutIsPassedOn() {
    OutOfMemoryError tooMuch = new OutOfMemoryError();

    // A lambda that cannot be linked, and a component that wraps what it catches.
    for (Error thrown :
        List.of(tooMuch, new InternalError(tooMuch), new Error(new RuntimeException(tooMuch)))) {
      assertThatThrownBy(() -> PluginCode.run(() -> throwIt(thrown), failure -> {}))
          .isSameAs(tooMuch);
    }
  }

  private static void throwIt(Error thrown) {
    throw thrown;
  }

  private static void throwNew(Class<? extends Throwable> type) {
    try {
      Throwable thrown = type.getConstructor().newInstance();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
