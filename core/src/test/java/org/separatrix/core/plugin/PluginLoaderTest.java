package org.separatrix.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.NoConfig;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Loads jars that are compiled and packed here, sound ones and broken ones. */
class PluginLoaderTest {
  @TempDir private Path temporary = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("plugins"));
  }

  @Test
  void loadsAJar() {
    Path jar = new PluginJar().withPlugin("Sound", "parabola").write(jar("sound.jar"));

    Registry registry = registry(load());

    assertThat(registry.ids(Component.Kind.OBJECTIVE)).contains("parabola");
    Component<?> found = registry.find(Component.Kind.OBJECTIVE, "parabola").orElseThrow();
    assertThat(found.plugin()).isEqualTo("example.Sound");
    assertThat(registry.origin(found)).isEqualTo(jar.toString());
    assertThat(
            registry
                .objective("parabola")
                .factory()
                .create(new NoConfig(), new SymbolicFormulaCompiler())
                .dimension())
        .isEqualTo(1);
    assertThatThrownBy(() -> registry.objective("hyperbola"))
        .hasMessage("no objective 'hyperbola'");
  }

  @Test
  void loadsThePluginsOfTheClassPath() {
    Plugins plugins = PluginLoader.load(getClass().getClassLoader());

    assertThat(plugins.broken()).isEmpty();
    assertThat(registry(plugins).ids(Component.Kind.START)).contains("uniform-box");
  }

  @Test
  void aBrokenConstructorLeavesTheOthersAlone() {
    Path jar =
        new PluginJar()
            .with(
                "Broken",
                "extends SeparatrixPlugin {"
                    + " public Broken() { throw new IllegalStateException(\"no licence\"); }"
                    + " @Override protected void contribute() {} }")
            .listing("example.Broken")
            .withPlugin("Sound", "parabola")
            .write(jar("both.jar"));

    assertBroken(
        jar,
        "Provider example.Broken could not be instantiated: java.lang.IllegalStateException: no"
            + " licence");
  }

  @Test
  void aMissingSuperclassLeavesTheOthersAlone() {
    Path jar =
        new PluginJar()
            .withPlugin("Parent", "parent")
            .with("Child", "extends Parent {}")
            .with("Fine", "{}")
            .listing("example.Child")
            .withPlugin("Sound", "parabola")
            .write(jar("cut.jar"), "Parent");

    Plugins plugins = load();

    assertThat(registry(plugins).ids(Component.Kind.OBJECTIVE)).contains("parabola");
    assertThat(plugins.broken())
        .allMatch(broken -> broken.origin().equals(jar.toString()))
        .extracting(BrokenPlugin::problem)
        .containsExactly(
            "Provider example.Parent not found",
            "java.lang.NoClassDefFoundError: example/Parent: java.lang.ClassNotFoundException:"
                + " example.Parent");
  }

  @Test
  void aMissingClassOfAComponentLeavesTheOthersAlone() {
    Path jar =
        new PluginJar()
            .with("Library", "{ public static final String id() { return \"x\"; } }")
            .with(
                "Lost",
                "extends SeparatrixPlugin { @Override protected void contribute() {"
                    + " objective(Library.id(), NoConfig.class, (c, f) -> { throw new"
                    + " AssertionError(); }); } }")
            .listing("example.Lost")
            .withPlugin("Sound", "parabola")
            .write(jar("lost.jar"), "Library");

    assertBroken(
        jar,
        "example.Lost declares its components: java.lang.NoClassDefFoundError: example/Library:"
            + " java.lang.ClassNotFoundException: example.Library");
  }

  @Test
  void aBadIdLeavesTheOthersAlone() {
    Path jar =
        new PluginJar()
            .withPlugin("Shouting", "PARABOLA")
            .withPlugin("Sound", "parabola")
            .write(jar("shouting.jar"));

    assertBroken(
        jar,
        "example.Shouting declares its components: java.lang.IllegalArgumentException: id 'PARABOLA'"
            + " of example.Shouting: ids are lower-case words joined by hyphens");
  }

  @Test
  void aClassThatIsNoPluginLeavesTheOthersAlone() {
    Path jar =
        new PluginJar()
            .with("Other", "{}")
            .listing("example.Other")
            .withPlugin("Sound", "parabola")
            .write(jar("other.jar"));

    assertBroken(jar, "example.Other not a subtype");
  }

  @Test
  void aBadServicesFileLeavesOtherJarsAlone() {
    new PluginJar().withPlugin("Sound", "parabola").write(jar("a.jar"));
    Path jar = new PluginJar().listing("two words").write(jar("b.jar"));

    Plugins plugins = load();

    assertThat(registry(plugins).ids(Component.Kind.OBJECTIVE)).contains("parabola");
    assertThat(plugins.broken()).hasSize(1);
    assertThat(plugins.broken().get(0).origin()).isEqualTo(jar.toString());
    assertThat(plugins.broken().get(0).problem()).endsWith(":1: Illegal configuration-file syntax");
  }

  @Test
  void aFileThatIsNoJarLeavesOtherJarsAlone() throws IOException {
    new PluginJar().withPlugin("Sound", "parabola").write(jar("a.jar"));
    Path jar = Files.writeString(jar("b.jar"), "no jar at all");
    Files.writeString(folder.resolve("notes.txt"), "not looked at");

    assertBroken(jar, "not a readable jar: zip END header not found");
  }

  @Test
  void aJarThatNamesNoPluginIsReported() {
    Path jar = new PluginJar().with("Library", "{}").write(jar("library.jar"));

    assertThat(load().broken())
        .extracting(BrokenPlugin::message)
        .containsExactly(
            "plugin in "
                + jar
                + " does not work: it has no file"
                + " META-INF/services/org.separatrix.api.plugin.SeparatrixPlugin, which names the"
                + " plugin's class");
  }

  @Test
  void aLibraryOfAPluginIsNone() {
    new PluginJar().with("Library", "{}").write(jar("library.jar"));
    new PluginJar()
        .needing("other.jar library.jar")
        .withPlugin("Sound", "parabola")
        .write(jar("sound.jar"));

    assertThat(load().broken()).isEmpty();
  }

  /** A class of the program comes first, so a jar that repeats it adds nothing. */
  @Test
  void aPluginOfTheClassPathIsNotLoadedTwice() {
    new PluginJar().listing("org.separatrix.core.start.StartsPlugin").write(jar("again.jar"));

    assertThat(load().working()).hasSize(1);
    assertThat(load().broken()).isEmpty();
  }

  @Test
  void twoPluginsWithOneIdAreBothNamed() {
    Path one = new PluginJar().withPlugin("One", "parabola").write(jar("one.jar"));
    Path two = new PluginJar().withPlugin("Two", "parabola").write(jar("two.jar"));

    assertThatThrownBy(this::load)
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "objective 'parabola' is added twice: by example.One in %s and by example.Two in %s.\n"
                    .formatted(one, two)
                + "Maybe remove one of the two, or give its component another id.");
  }

  @Test
  void theSameIdInTwoKindsIsNoClash() {
    new PluginJar().withPlugin("Ball", "uniform-ball").write(jar("ball.jar"));

    Registry registry = registry(load());

    assertThat(registry.find(Component.Kind.OBJECTIVE, "uniform-ball")).isPresent();
    assertThat(registry.find(Component.Kind.START, "uniform-ball")).isPresent();
  }

  @Test
  void refusesAMissingFolder() {
    assertThatThrownBy(() -> PluginLoader.load(getClass().getClassLoader(), folder.resolve("none")))
        .isInstanceOf(PluginException.class)
        .hasMessage(folder.resolve("none") + ": no such folder of plugins");
  }

  private void assertBroken(Path jar, String problem) {
    Plugins plugins = load();
    assertThat(plugins.broken()).containsExactly(new BrokenPlugin(jar.toString(), problem));
    assertThat(registry(plugins).ids(Component.Kind.OBJECTIVE)).contains("parabola");
  }

  private Path jar(String name) {
    return folder.resolve(name);
  }

  private Plugins load() {
    return PluginLoader.load(getClass().getClassLoader(), folder);
  }

  private static Registry registry(Plugins plugins) {
    return Guice.createInjector(new RegistryModule(plugins)).getInstance(Registry.class);
  }
}
