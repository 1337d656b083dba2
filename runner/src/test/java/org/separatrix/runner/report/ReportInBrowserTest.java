package org.separatrix.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
class ReportInBrowserTest {
  private static final int BLUE = 0x0072B2;
  private static final int VERMILLION = 0xD55E00;

  @TempDir private Path folder = Path.of("");
  private Path page = Path.of("");
  private Browser browser = new Browser(Path.of(""), Path.of(""));

  @BeforeEach
  void write() throws IOException {
    Optional<Path> program = Browser.find();
    assumeTrue(
        program.isPresent(),
        "SKIPPED, the report was not tried in a browser: Chromium is not on the PATH. Maybe install"
            + " it with apt-get install chromium.");
    browser = new Browser(program.get(), folder);
    page = folder.resolve("report.html");
    write("example");
  }

  @Test
  void opensWithoutErrorsAndDrawsEachFigure() throws Exception {
    String document = browser.document(address(""));

    assertThat(root(document))
        .contains("data-ready=\"true\"", "data-faults=\"0\"", "data-drawn=\"3\"");
    assertThat(document).contains(">Not sound<", "1 of 1 control passed");
    assertThat(document).contains("stroke=\"#0072B2\"", "stroke=\"#D55E00\"", "<image ");
    assertThat(document).contains("&lt;b&gt;{a} 1&lt;/b&gt;</text>");
    assertThat(visibleFindings(document)).isEqualTo(4);
  }

  @Test
  void theAddressFiltersTheVerdicts() throws Exception {
    String document = browser.document(address("#verdicts?verdict=consistent&text=ESCAPE&open=1"));

    assertThat(visibleFindings(document)).isEqualTo(1);
    assertThat(document).contains(">1 of 4 findings<");
    assertThat(document).contains("aria-expanded=\"true\"", "p = 0.25, adjusted");
    assertThat(root(document)).contains("data-faults=\"0\"");
  }

  /** Those that came out otherwise are shown however many there are. */
  @Test
  void ofManyConsistentFindingsMoreAreShownOnDemand() throws Exception {
    repeatConsistentFinding(100);
    String one = browser.document(address("#verdicts?open=90"));
    drive(
        """
        const more = document.getElementById("verdict-more");
        document.documentElement.dataset.result = JSON.stringify({
          some: document.querySelectorAll(".finding-row:not([hidden])").length,
          label: more.textContent,
        });
        more.click();
        """);
    String all = browser.document(address(""));

    long findings = findings(all, "[a-z-]+");
    long others = findings - findings(all, "consistent");
    assertThat(root(all).replace("&quot;", "\""))
        .contains("{\"some\":%d,\"label\":\"Show all %d".formatted(60 + others, findings));
    assertThat(visibleFindings(one)).isEqualTo(61 + others);
    assertThat(visibleFindings(all)).isEqualTo(findings);
    assertThat(root(all)).contains("data-faults=\"0\"");
  }

  private void repeatConsistentFinding(int times) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Path file = folder.resolve("summary.json");
    JsonNode summary = mapper.readTree(file.toFile());
    ArrayNode findings = (ArrayNode) summary.get("findings");
    JsonNode consistent = findings.get(findings.findValuesAsText("verdict").indexOf("consistent"));
    for (int i = 0; i < times; i++) {
      findings.add(consistent);
    }
    mapper.writeValue(file.toFile(), summary);
    ReportFile.write(folder, page, ExampleResults.predictions());
  }

  @Test
  void theComparisonSaysWhatEachNeedsAndWhichIsBetter() throws Exception {
    String document = browser.document(address(""));

    assertThat(document)
        .contains(">Gradient evaluations on lee from uniform-box, all optimizers from the same")
        .contains(">412.5</span><span class=\"below\">401.3 to 423.8</span>")
        .contains("<div class=\"best\"><span class=\"main-number\">81.5</span>")
        .contains(">1000 to never</span><span class=\"below\">90 of 100 runs</span>")
        .contains("<span class=\"main-number\">never</span><span class=\"below\">0 of 100 runs")
        .contains("Tests of each pair: 2 of 2 comparisons told apart", ">one remark<");
    // Cheaper at the first target is the second; at the other target, the first succeeds more.
    assertThat(document)
        .contains("<td>–</td><td class=\"number\">0</td><td class=\"number\">1</td><td>fast</td>")
        .contains(
            "<td>slow</td><td class=\"number\">0.9</td><td class=\"number\">&lt; 10⁻³⁰⁰</td>");
  }

  /** Without the policy, which would not run this script either. */
  @Test
  void controlsDoWhatTheySay() throws Exception {
    drive(
        """
        const seen = [];
        const names = [];
        // A download would go on after the page, and keep a browser without a window from ending.
        HTMLAnchorElement.prototype.click = function () { names.push(this.download); };
        const original = URL.createObjectURL;
        URL.createObjectURL = (blob) => { seen.push(blob); return original(blob); };
        const press = (root, text) => [...root.querySelectorAll("button")]
          .find((button) => button.textContent === text).click();
        const figure = document.querySelector("#figures figure");
        const before = figure.querySelectorAll(".canvas path").length;
        const layer = [...figure.querySelectorAll("button.layer")].find((b) => b.dataset.name === "f");
        layer.click();
        const result = {
          fewer: figure.querySelectorAll(".canvas path").length < before,
          pressed: [...figure.querySelectorAll("button.layer")].find((b) => b.dataset.name === "f")
            .getAttribute("aria-pressed"),
          focus: document.activeElement.dataset.name,
        };
        press(figure, "Data (CSV)");
        press(figure, "SVG");
        press(figure, "PNG");
        const select = document.getElementById("filter-verdict");
        select.value = "contradicted";
        select.dispatchEvent(new Event("change"));
        result.count = document.getElementById("verdict-count").textContent;
        press(document, "Open all");
        result.open = document.querySelectorAll("tr.details:not([hidden]) dl").length;
        document.getElementById("appearance").click();
        result.appearance = document.documentElement.dataset.appearance;
        const waiting = setInterval(async () => {
          if (names.length < 3) {
            return;
          }
          clearInterval(waiting);
          result.csv = (await seen[0].text()).split("\\n").slice(0, 2);
          result.svg = (await seen[1].text()).slice(0, 4);
          result.names = names;
          result.types = seen.map((blob) => blob.type);
          result.png = seen[seen.length - 1].size > 10000;
          document.documentElement.dataset.result = JSON.stringify(result);
          clearInterval(clock);
        }, 100);
        // The clock of the page would run ahead of other threads, which code a PNG or read a blob.
        const clock = setInterval(() => {
          let spin = 0;
          while (spin < 2e7) {
            spin++;
          }
        }, 100);
        """);

    String result = root(browser.document(address(""))).replace("&quot;", "\"");

    assertThat(result)
        .contains("\"fewer\":true", "\"pressed\":\"false\"", "\"focus\":\"f\"")
        .contains("\"count\":\"1 of 4 findings\"", "\"open\":1")
        .contains(
            "\"layer,name,kind,role,x,y,low,high,value,label\",\"1,basin,regions,landscape,-1.95,")
        .contains("\"svg\":\"&lt;svg\"", "\"text/csv\"", "\"image/png\"", "\"png\":true")
        .contains("[\"landscape_lee.csv\",\"landscape_lee.svg\",\"landscape_lee.png\"]")
        .contains("\"appearance\":\"dark\"")
        .contains("data-faults=\"0\"");
  }

  /** On a phone no column of a table of sentences is as narrow as a letter. */
  @Test
  void controlsCanBeReadOnANarrowScreen() throws Exception {
    drive(
        """
        const frame = document.createElement("iframe");
        frame.style.width = "400px";
        frame.srcdoc = document.documentElement.outerHTML.replace(/<script[^]*?<[/]script>/g, "");
        frame.onload = () => {
          const cells = [...frame.contentDocument.querySelectorAll("#checks tbody td")];
          document.documentElement.dataset.result = JSON.stringify({
            cells: cells.length,
            narrowest: Math.min(...cells.map((cell) => cell.clientWidth)),
          });
        };
        document.body.append(frame);
        """);

    String result = root(browser.document(address(""))).replace("&quot;", "\"");

    Matcher sizes = Pattern.compile("\"cells\":([0-9]+),\"narrowest\":([0-9]+)").matcher(result);
    assertThat(sizes.find()).as(result).isTrue();
    assertThat(Integer.parseInt(sizes.group(1))).isPositive();
    assertThat(Integer.parseInt(sizes.group(2))).isBetween(200, 400);
  }

  @Test
  void figuresAreToBeSeenInTheirColours() throws Exception {
    BufferedImage picture = browser.picture(address(""), 1000, 3200);

    assertThat(pixels(picture, BLUE)).isGreaterThan(50);
    assertThat(pixels(picture, VERMILLION)).isGreaterThan(50);
    assertThat(picture.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xF4F5F7);

    BufferedImage dark =
        browser.picture(address(""), 400, 300, "--blink-settings=preferredColorScheme=0");
    assertThat(dark.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0x0F1216);
  }

  @Test
  void aHostileNameStaysText() throws Exception {
    write(ExampleResults.HOSTILE);

    String document = browser.document(address(""));

    assertThat(root(document)).contains("data-faults=\"0\"", "data-drawn=\"3\"");
    assertThat(document.substring(0, document.indexOf("<script")))
        .contains("<title>&lt;/script&gt;&lt;script&gt;document.title='taken'")
        .contains("{{DATA}} – Separatrix report</title>")
        .doesNotContain("<img")
        .doesNotContain("<title>taken");
  }

  private void write(String study) throws IOException {
    ExampleResults.write(folder, study);
    ReportFile.write(folder, page, ExampleResults.predictions());
  }

  private void drive(String script) throws IOException {
    String html = Files.readString(page);
    int end = html.lastIndexOf("</body>");
    Files.writeString(
        page,
        html.substring(0, end).replaceFirst("<meta http-equiv=\"Content-Security[^>]*>", "")
            + ("<script>setTimeout(() => {" + script + "}, 300)</script>")
            + html.substring(end));
  }

  private String address(String hash) {
    return page.toUri() + hash;
  }

  private static String root(String document) {
    Matcher root = Pattern.compile("<html[^>]*>").matcher(document);
    assertThat(root.find()).isTrue();
    return root.group();
  }

  private static long visibleFindings(String document) {
    return findings(document, "[a-z-]+");
  }

  /** Counts the findings that are to be seen, of verdicts that match. */
  private static long findings(String document, String verdict) {
    return Pattern.compile(
            "<tr class=\"finding-row\" data-verdict=\"" + verdict + "\" role=\"row\">")
        .matcher(document)
        .results()
        .count();
  }

  private static int pixels(BufferedImage picture, int color) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xFFFFFF) == color) {
          count++;
        }
      }
    }
    return count;
  }
}
