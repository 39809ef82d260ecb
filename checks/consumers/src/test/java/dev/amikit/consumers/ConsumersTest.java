package dev.amikit.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The small projects ran all of their tests, with the versions that they are named after. Of a test
 * class that no engine finds, or whose name Surefire passes over, nobody would hear otherwise.
 */
class ConsumersTest {
  private static final Pattern JAR =
      Pattern.compile("(?<=[/\\\\])(junit-jupiter|junit-platform-engine|jqwik)-([0-9.]+)\\.jar");

  /** Examples of Jupiter. */
  private static final Map<String, Integer> EXAMPLES =
      Map.of("com.example.pipeline.CopiesTest", 1, "com.example.pipeline.PipelineTest", 22);

  /**
   * Examples of Jupiter in parallel, properties of jqwik, and a contract under each name that is
   * found; ImageIdProperties inherits it too, and is not.
   */
  private static final Map<String, Integer> MORE = Map.of(
      "com.example.parallel.ParallelTest", 2,
      "com.example.properties.ImagesTest", 3,
      "com.example.properties.ImageIdTest", 2,
      "com.example.properties.ImageIdTests", 2,
      "com.example.properties.ImageIdTestCase", 2,
      "com.example.properties.TestImageId", 2);

  private static final Map<String, Integer> IN_A_MODULE = Map.of(
      "com.example.acceptance.ModulePathTest", 2,
      "com.example.acceptance.ImagePropertiesTest", 3);

  private record Consumer(String name, Map<String, Integer> tests, Set<String> jars) {
    List<Element> reports() throws Exception {
      try (Stream<Path> files = Files.list(Path.of(name, "target", "surefire-reports"))) {
        return files
            .filter(file -> file.toString().endsWith(".xml"))
            .map(Consumer::read)
            .toList();
      }
    }

    private static Element read(Path report) {
      try {
        return DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
      } catch (Exception e) {
        throw new IllegalStateException(report.toString(), e);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Consumer> consumers() {
    return List.of(
        new Consumer(
            "junit-5.10",
            both(EXAMPLES, MORE),
            Set.of(
                "junit-jupiter-5.10.0.jar", "junit-platform-engine-1.10.0.jar", "jqwik-1.8.0.jar")),
        new Consumer(
            "junit-5.14",
            both(EXAMPLES, MORE),
            Set.of(
                "junit-jupiter-5.14.4.jar", "junit-platform-engine-1.14.4.jar", "jqwik-1.9.3.jar")),
        new Consumer(
            "junit-6",
            both(EXAMPLES, MORE),
            Set.of(
                "junit-jupiter-6.1.3.jar", "junit-platform-engine-6.1.3.jar", "jqwik-1.9.3.jar")),
        new Consumer(
            "jupiter-only",
            EXAMPLES,
            Set.of("junit-jupiter-6.1.3.jar", "junit-platform-engine-6.1.3.jar")),
        new Consumer(
            "module-path",
            IN_A_MODULE,
            Set.of(
                "junit-jupiter-6.1.3.jar", "junit-platform-engine-6.1.3.jar", "jqwik-1.9.3.jar")));
  }

  private static Map<String, Integer> both(
      Map<String, Integer> first, Map<String, Integer> second) {
    Map<String, Integer> all = new TreeMap<>(first);
    all.putAll(second);
    return all;
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void every_test_was_run_and_passed(Consumer consumer) throws Exception {
    Map<String, Integer> passed = consumer.reports().stream()
        .collect(Collectors.toMap(
            report -> report.getAttribute("name"), ConsumersTest::passed, Integer::sum));
    assertThat(passed).isEqualTo(consumer.tests());
  }

  private static int passed(Element report) {
    return count(report, "tests")
        - count(report, "errors")
        - count(report, "failures")
        - count(report, "skipped");
  }

  private static int count(Element report, String attribute) {
    return Integer.parseInt(report.getAttribute(attribute));
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void it_was_run_with_these_versions(Consumer consumer) throws Exception {
    for (Element report : consumer.reports()) {
      Set<String> jars = JAR.matcher(
              path(report, "java.class.path") + path(report, "jdk.module.path"))
          .results()
          .map(MatchResult::group)
          .collect(Collectors.toCollection(TreeSet::new));
      assertThat(jars).isEqualTo(new TreeSet<>(consumer.jars()));
    }
  }

  /** One of the paths that a test was run with; empty if there was none. */
  private static String path(Element report, String name) {
    NodeList properties = report.getElementsByTagName("property");
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      if (property.getAttribute("name").equals(name)) {
        return property.getAttribute("value");
      }
    }
    return "";
  }
}
