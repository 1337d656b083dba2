package org.separatrix.runner.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.plugin.SeparatrixPlugin;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.plugin.Registry;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CaptureProduct;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.study.Study;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.YamlJson;

/**
 * A checksum of everything that determines the bytes of a cell's parts: of two cells with the same
 * key, one can be taken for the other. The number of runs is not among it, so that a study with
 * more runs goes on where one with fewer ended.
 */
public final class CellKey {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CellKey() {}

  /**
   * Returns the key of a cell, 64 hexadecimal digits.
   *
   * @param study the study
   * @param cell the cell
   * @param registry says where components come from
   * @param census critical points known when the cell begins
   * @param certificate what is proven of the method
   * @param stride every such run has a row; 0 for no rows
   */
  public static String of(
      Study study,
      Cell cell,
      Registry registry,
      Census census,
      Optional<MethodCertificate> certificate,
      long stride) {
    Entry objective =
        study.objectives().stream()
            .filter(entry -> entry.name().equals(cell.problem().name()))
            .findFirst()
            .orElseThrow();
    ObjectNode all =
        JSON.objectNode()
            .put("schema", Part.SCHEMA)
            .put("core", CodeFingerprint.of(Ensemble.class))
            .put("api", CodeFingerprint.of(SeparatrixPlugin.class))
            .put("seed", study.seed())
            .put("rows", stride)
            .put("bound", cell.problem().lipschitz().toString());
    all.set("objective", entry(objective, registry));
    all.set("optimizer", entry(cell.optimizerEntry(), registry).set("steps", cell.optimizerJson()));
    all.set("start", entry(cell.startEntry(), registry));
    all.set("stop", YamlJson.of(ConfigNodes.of(study.stop())));
    all.set("certify", YamlJson.of(ConfigNodes.of(study.certify())));
    all.set("census", census(census));
    certificate.ifPresent(each -> all.set("regions", regions(each)));
    return Hashing.sha256().hashString(all.toString(), StandardCharsets.UTF_8).toString();
  }

  /** Files are named by their content, wherever they are. */
  private static ObjectNode entry(Entry entry, Registry registry) {
    ObjectNode object = JSON.objectNode();
    object.set("keys", YamlJson.of(entry.portable()));
    registry
        .find(entry.kind(), entry.type())
        .ifPresent(
            component ->
                object.put("code", CodeFingerprint.of(Path.of(registry.origin(component)))));
    return object;
  }

  private static ArrayNode census(Census census) {
    ArrayNode points = JSON.arrayNode();
    for (CriticalPoint point : census.points()) {
      ObjectNode object =
          points
              .addObject()
              .put("id", point.id())
              .put("value", point.value())
              .put("kind", point.kind().label())
              .put("status", point.status().label());
      add(object.putArray("x"), point.x());
      add(object.putArray("eigenvalues"), point.eigenvalues());
    }
    return points;
  }

  private static void add(ArrayNode array, double[] values) {
    for (double value : values) {
      array.add(value);
    }
  }

  /** How much could be proven may depend on the time that it was given. */
  private static ArrayNode regions(MethodCertificate certificate) {
    ArrayNode regions = JSON.arrayNode().add(certificate.keepsDomain());
    for (CertifiedRegion region : certificate.ends().regions()) {
      if (region instanceof CaptureBall ball) {
        regions.add(ball.radius());
      } else if (region instanceof CaptureProduct product) {
        product.factors().stream()
            .flatMap(factor -> factor.balls().stream())
            .forEach(ball -> regions.add(ball.radius()));
      } else {
        regions.add(region.fate().label());
      }
    }
    return regions;
  }
}
