package org.separatrix.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Jars that are damaged, or made to do harm: each is named, and the others are loaded. */
class HostileJarsTest {
  private static final String PLUGIN = "example/Mine.class";
  private static final String SERVICES = "META-INF/services/" + SeparatrixPlugin.class.getName();

  @TempDir private static Path sources = Path.of("");

  @TempDir private Path temporary = Path.of("");

  @BeforeAll
  static void makeJars() {
    new PluginJar().withPlugin("Sound", "parabola").write(sources.resolve("sound.jar"));
    new PluginJar().withPlugin("Mine", "mine").write(sources.resolve("mine.jar"));
  }

  /** A plugin with one thing that is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "entry ../../x | its entry '../../x' would be unpacked outside of its folder",
        "entry /etc/x | its entry '/etc/x' would be unpacked outside of its folder",
        "entry a/../../x | its entry 'a/../../x' would be unpacked outside of its folder",
        "entry C:/x | its entry 'C:/x' would be unpacked outside of its folder",
        "entry a\\x | its entry 'a\\x' would be unpacked outside of its folder",
        "truncated | not a readable jar: zip END header not found",
        "empty | not a readable jar: zip file is empty",
        "flipped | its entry 'example/Mine.class' is damaged:",
        "bomb as class | its entry 'example/Big.class' unpacks to more than 16 MB",
        "bomb as services | its entry 'SERVICES' unpacks to more than 16 MB",
        "bomb as manifest | its entry 'META-INF/MANIFEST.MF' unpacks to more than 16 MB",
        "no services | it has no file SERVICES, which names the plugin's class",
        "services of nothing | its file SERVICES names no class",
        "services of a comment | its file SERVICES names no class",
        "services of a missing class | Provider example.Nothing not found",
        "class of a newer Java | class example.Mine is for Java ",
        "class cut off | java.lang.ClassFormatError: Truncated class file",
        "class that is text | java.lang.ClassFormatError:",
        "class under another name | java.lang.NoClassDefFoundError: example/Other (wrong name: example/Mine)",
        "manifest of bytes | its manifest cannot be read:",
        "signed and changed | its entry 'example/Mine.class' is not the one that was signed",
      })
  void areNamed(String fault, String problem) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("plugins"));
    Files.copy(sources.resolve("sound.jar"), folder.resolve("sound.jar"));
    Path jar = Files.copy(sources.resolve("mine.jar"), folder.resolve("mine.jar"));
    damage(jar, fault);

    Plugins plugins = PluginLoader.load(getClass().getClassLoader(), folder);

    assertThat(plugins.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.origin()).isEqualTo(jar.toString());
              assertThat(broken.problem()).startsWith(problem.replace("SERVICES", SERVICES));
            });
    assertThat(plugins.working()).anyMatch(each -> each.name().equals("example.Sound"));
    assertThat(plugins.working()).noneMatch(each -> each.origin().equals(jar.toString()));
    assertThat(folder.resolve("../../x")).doesNotExist();
  }

  /** What a plugin does not ask for is not unpacked. */
  @Test
  void aLargeFileOfDataDoesNoHarm() throws IOException {
    Path jar = Files.copy(sources.resolve("mine.jar"), temporary.resolve("mine.jar"));
    Map<String, byte[]> entries = read(jar);
    entries.put("data.bin", new byte[64 << 20]);
    write(jar, entries);

    Plugins plugins = PluginLoader.loadJar(getClass().getClassLoader(), jar);

    assertThat(plugins.broken()).isEmpty();
    assertThat(plugins.working()).anyMatch(each -> each.origin().equals(jar.toString()));
  }

  private void damage(Path jar, String fault) throws Exception {
    Map<String, byte[]> entries = read(jar);
    byte[] plugin = Objects.requireNonNull(entries.get(PLUGIN));
    byte[] all = Files.readAllBytes(jar);
    switch (fault) {
      case "truncated" -> Files.write(jar, Arrays.copyOf(all, all.length / 2));
      case "empty" -> Files.write(jar, new byte[0]);
      case "flipped" -> Files.write(jar, flipped(all));
      case "signed and changed" -> {
        sign(jar);
        entries = read(jar);
        entries.put(PLUGIN, replaced(plugin, "mine", "mind"));
        write(jar, entries);
      }
      default -> {
        change(entries, fault, plugin);
        write(jar, entries);
      }
    }
  }

  private static void change(Map<String, byte[]> entries, String fault, byte[] plugin) {
    switch (fault) {
      case "bomb as class" -> entries.put("example/Big.class", new byte[17 << 20]);
      case "bomb as services" -> entries.put(SERVICES, new byte[17 << 20]);
      case "bomb as manifest" -> entries.put("META-INF/MANIFEST.MF", new byte[17 << 20]);
      case "no services" -> entries.remove(SERVICES);
      case "services of nothing" -> entries.put(SERVICES, new byte[0]);
      case "services of a comment" -> entries.put(SERVICES, text("# example.Mine\n"));
      case "services of a missing class" -> entries.put(SERVICES, text("example.Nothing\n"));
      case "class of a newer Java" -> entries.put(PLUGIN, newer(plugin));
      case "class cut off" -> entries.put(PLUGIN, Arrays.copyOf(plugin, 100));
      case "class that is text" -> entries.put(PLUGIN, text("public class Mine {}"));
      case "class under another name" -> {
        entries.put("example/Other.class", plugin);
        entries.put(SERVICES, text("example.Other\n"));
      }
      case "manifest of bytes" -> entries.put("META-INF/MANIFEST.MF", text("\0\1 none\n"));
      default -> {
        assertThat(fault).startsWith("entry ");
        entries.put(fault.substring("entry ".length()), text("x"));
      }
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] newer(byte[] plugin) {
    byte[] copy = plugin.clone();
    copy[7] = 99; // the major version of the class file
    return copy;
  }

  private static byte[] replaced(byte[] content, String old, String changed) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(old);
    return text.replace(old, changed).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Flips a bit of what the class is packed to. */
  private static byte[] flipped(byte[] jar) {
    byte[] copy = jar.clone();
    int name = new String(jar, StandardCharsets.ISO_8859_1).indexOf(PLUGIN);
    copy[name + PLUGIN.length() + 100] ^= 1;
    return copy;
  }

  private void sign(Path jar) throws IOException, InterruptedException {
    String store = temporary.resolve("keys").toString();
    tool(
        "keytool",
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "EC",
        "-dname",
        "CN=x",
        "-keystore",
        store,
        "-storepass",
        "changeit");
    tool("jarsigner", "-keystore", store, "-storepass", "changeit", jar.toString(), "a");
  }

  private static void tool(String name, String... arguments)
      throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", name);
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    Files.write(jar, bytes.toByteArray());
  }
}
