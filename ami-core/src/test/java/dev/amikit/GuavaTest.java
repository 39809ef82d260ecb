package dev.amikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The build runs the tests with the newest Guava, and with the oldest that the README names. */
class GuavaTest {
  @Test
  void the_tests_run_with_the_Guava_that_the_build_names() throws IOException {
    Properties guava = new Properties();
    try (InputStream properties = ImmutableList.class.getResourceAsStream(
        "/META-INF/maven/com.google.guava/guava/pom.properties")) {
      guava.load(properties);
    }
    assertThat(guava).containsEntry("version", System.getProperty("amikit.guava"));
  }

  /** Of the code that no test runs, too. */
  @Test
  void whatever_the_library_calls_in_Guava_is_there() {
    List<? extends AccessTarget> called = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.amikit")
            .stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .map(JavaAccess::getTarget)
            .filter(target -> target.getOwner().getPackageName().startsWith("com.google.common"))
            .toList();
    assertThat(called).isNotEmpty();
    assertThat(called.stream().filter(target -> target.resolveMember().isEmpty()))
        .isEmpty();
  }
}
