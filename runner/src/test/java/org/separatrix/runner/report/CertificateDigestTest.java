package org.separatrix.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CertificateDigestTest {
  @Test
  void aFormulaSaysWhatItsNamesStandFor() throws IOException {
    assertThat(formula("{\"b\": {\"decimal\": 1.0}, \"tiny\": {\"decimal\": 1e-9}}"))
        .isEqualTo("b*x^2 + tiny, b = 1, tiny = 1.0e-9");
    assertThat(formula("{}")).isEqualTo("b*x^2 + tiny");
  }

  private static String formula(String parameters) throws IOException {
    String certificate =
        "{\"objectives\": [{\"formula\": {\"text\": \"b*x^2 + tiny\", \"parameters\": %s}}]}"
            .formatted(parameters);
    return CertificateDigest.of(new ObjectMapper().readTree(certificate))
        .path(0)
        .path("formula")
        .asText();
  }
}
