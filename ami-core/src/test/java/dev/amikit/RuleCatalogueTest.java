package dev.amikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Rules;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCatalogueTest {
  @Test
  void the_catalogue_has_every_rule_that_a_class_declares_and_no_other() throws Exception {
    assertThat(declaredRules()).hasSizeGreaterThan(50);
    assertThat(RuleCatalogue.all()).containsExactlyInAnyOrderElementsOf(declaredRules());
  }

  @Test
  void every_id_is_there_once_and_in_order() {
    assertThat(RuleCatalogue.all()).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_rule_is_found_by_its_id() {
    for (Rule rule : RuleCatalogue.all()) {
      assertThat(RuleCatalogue.find(rule.id())).containsSame(rule);
    }
    assertThat(RuleCatalogue.find(new RuleId("no.such-rule"))).isEmpty();
  }

  @Test
  void a_sentence_is_part_of_a_message_and_so_begins_small_and_has_no_full_stop() {
    assertThat(RuleCatalogue.all())
        .extracting(Rule::sentence)
        .allSatisfy(sentence -> assertThat(sentence)
            .isNotBlank()
            .isEqualTo(sentence.strip())
            .doesNotEndWith(".")
            .doesNotContain("\n"));
  }

  @Test
  void no_two_rules_say_the_same() {
    assertThat(RuleCatalogue.all()).extracting(Rule::sentence).doesNotHaveDuplicates();
  }

  @Test
  void every_rule_tells_its_source_and_its_numbers_in_the_rulebook() {
    assertThat(RuleCatalogue.all()).allSatisfy(rule -> {
      assertThat(rule.source()).isNotBlank();
      assertThat(rule.rulebook())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(number -> assertThat(number).matches("[A-Z]+-[0-9]{2,3}"));
    });
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidParameterCombination, VAL-01 VAL-02 VAL-03 VAL-04 VAL-06 VAL-07 VAL-08 VAL-13 VAL-14"
        + " VAL-23 VAL-25 VAL-26",
    "InvalidAMIID.Malformed, VAL-05",
    "MissingParameter, VAL-09",
    "InvalidBlockDeviceMapping, VAL-10 VAL-11 VAL-12",
    "OperationNotPermitted, VAL-16 VAL-17 VAL-18 VAL-27",
    "InvalidParameterValue, VAL-19 VAL-21 VAL-22",
    "ResourceLimitExceeded, VAL-20",
    "InvalidParameterDependency, VAL-24",
  })
  @Rules({
    "VAL-01", "VAL-02", "VAL-03", "VAL-04", "VAL-05", "VAL-06", "VAL-07", "VAL-08", "VAL-09",
    "VAL-10", "VAL-11", "VAL-12", "VAL-13", "VAL-14", "VAL-16", "VAL-17", "VAL-18", "VAL-19",
    "VAL-20", "VAL-21", "VAL-22", "VAL-23", "VAL-24", "VAL-25", "VAL-26", "VAL-27"
  })
  void a_value_that_breaks_an_invariant_is_refused_with_the_code_of_the_rulebook(
      String code, String numbers) {
    for (String number : Splitter.on(' ').split(numbers)) {
      assertThat(RuleCatalogue.all())
          .filteredOn(rule -> rule.rulebook().contains(number))
          .as(number)
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(rule.errorCode()).hasToString(code));
    }
  }

  private static List<Rule> declaredRules() throws IOException, URISyntaxException {
    Path classes = Path.of(
        RuleCatalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.startsWith("dev") && file.endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .map(RuleCatalogueTest::load)
          .flatMap(type -> Stream.concat(constants(type), membersOfEnumConstants(type)))
          .flatMap(RuleCatalogueTest::rules)
          .distinct()
          .toList();
    }
  }

  private static Stream<Object> constants(Class<?> type) {
    return fields(type, true).map(field -> value(field, null));
  }

  private static Stream<Object> membersOfEnumConstants(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .flatMap(constant -> fields(type, false).map(field -> value(field, constant)))
        : Stream.of();
  }

  private static Stream<Field> fields(Class<?> type, boolean ofClass) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) == ofClass)
        .filter(RuleCatalogueTest::mayHoldRules);
  }

  private static boolean mayHoldRules(Field field) {
    return field.getDeclaringClass() != RuleCatalogue.class
        && (field.getType() == Rule.class || Collection.class.isAssignableFrom(field.getType()));
  }

  private static Stream<Rule> rules(Object value) {
    if (value instanceof Rule rule) {
      return Stream.of(rule);
    }
    return value instanceof Collection<?> several
        ? several.stream().flatMap(RuleCatalogueTest::rules)
        : Stream.of();
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name.replace('\\', '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
