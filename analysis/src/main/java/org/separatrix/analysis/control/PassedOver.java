package org.separatrix.analysis.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.ControlResult;

/** Why a control applied to nothing, in which case it has failed: it has proved nothing. */
final class PassedOver {
  private static final int LISTED = 3;

  private final Map<String, List<String>> byReason = new LinkedHashMap<>();

  /** Notes a method or a point that was passed over, and why. */
  void add(String what, String why) {
    List<String> others = byReason.computeIfAbsent(why, key -> new ArrayList<>());
    if (!others.contains(what)) {
      others.add(what);
    }
  }

  /**
   * Returns the failure.
   *
   * @param id of the control
   * @param needed what it needs
   */
  ControlResult failure(String id, String needed) {
    String reasons =
        byReason.entrySet().stream()
            .map(each -> listed(each.getValue()) + ": " + each.getKey())
            .collect(Collectors.joining("; "));
    return new ControlResult(
        id,
        Optional.empty(),
        needed,
        reasons + ". Maybe leave the control '%s' out of this study".formatted(id),
        false);
  }

  private static String listed(List<String> names) {
    int more = names.size() - LISTED;
    return names.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
