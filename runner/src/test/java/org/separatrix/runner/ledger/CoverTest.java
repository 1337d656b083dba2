package org.separatrix.runner.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.parts.StoredPart;

class CoverTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "0-9, 0-9",
    "9-12 0-9, 0-9 9-12",
    "0-9 20-30, 0-9 20-30",
    "0-9 0-9, 0-9",
    "0-10 10-25 0-8 8-30, 0-8 8-30",
    "0-10 10-25 0-8 8-24, 0-10 10-25",
    "0-10 5-8 10-11, 0-10 10-11",
    "0-4 2-100 4-8, 2-100",
  })
  void mostRunsWithoutOverlap(String parts, String chosen) {
    List<StoredPart> list = new ArrayList<>();
    for (String range : parts.isEmpty() ? new String[0] : parts.split(" ")) {
      long[] ends = Arrays.stream(range.split("-")).mapToLong(Long::parseLong).toArray();
      list.add(new StoredPart(part(ends[0], ends[1]), Optional.empty()));
    }

    assertThat(
            Cover.of(list).stream()
                .map(each -> each.part().first() + "-" + each.part().end())
                .collect(Collectors.joining(" ")))
        .isEqualTo(chosen);
  }

  private static Part part(long first, long end) {
    return new Part(
        1,
        "cell",
        first,
        end,
        0,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        Map.of(),
        Map.of(),
        0,
        0,
        0,
        Stagnation.NONE,
        List.of());
  }
}
