package org.separatrix.runner.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.core.statistics.ClopperPearson;

/** Tells in a line what shares of a cell's runs went where. */
final class LimitShares {
  /** Of more points those are listed that most runs go to, */
  private static final int LISTED = 24;

  /** and of these the ones that stand out by such a share. */
  private static final double SMALLEST_OF_MANY = 0.005;

  private static final double CONFIDENCE = 0.95;

  private LimitShares() {}

  static String line(CellResult cell) {
    Set<String> listed = listed(cell);
    List<String> parts = new ArrayList<>();
    long toOthers = 0;
    for (Map.Entry<String, Long> limit : cell.limits().entrySet()) {
      if (listed.contains(limit.getKey())) {
        parts.add(share(limit.getKey(), limit.getValue(), cell));
      } else {
        toOthers += limit.getValue();
      }
    }
    int others = cell.limits().size() - listed.size();
    if (others > 0) {
      parts.add(
          share(
              Numbers.plural(others, listed.isEmpty() ? "point" : "other point"), toOthers, cell));
    }
    if (cell.toUnlistedMinima() > 0) {
      parts.add(share("unlisted minima", cell.toUnlistedMinima(), cell));
    }
    long gone =
        cell.stoppedBy(Termination.DIVERGED)
            + cell.stoppedBy(Termination.LEFT_DOMAIN)
            + cell.stoppedBy(Termination.NON_FINITE);
    if (gone > 0) {
      parts.add("none " + Numbers.percent((double) gone / cell.runs()));
    }
    parts.add("unresolved " + Numbers.count(cell.unresolved()));
    return String.join(", ", parts);
  }

  /** Returns the points that are listed by themselves. */
  private static Set<String> listed(CellResult cell) {
    if (cell.limits().size() <= LISTED) {
      return cell.limits().keySet();
    }
    return cell.limits().entrySet().stream()
        .filter(each -> each.getValue() >= SMALLEST_OF_MANY * cell.runs())
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(LISTED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String share(String points, long runs, CellResult cell) {
    ClopperPearson.Interval interval = ClopperPearson.interval(runs, cell.runs(), CONFIDENCE);
    return "%s %s (%s to %s)"
        .formatted(
            points,
            Numbers.percent((double) runs / cell.runs()),
            Numbers.percent(interval.low()),
            Numbers.percent(interval.high()));
  }
}
