package dev.amikit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Invariant;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
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
        && (field.getType() == Rule.class
            || field.getType() == Invariant.class
            || Collection.class.isAssignableFrom(field.getType()));
  }

  private static Stream<Rule> rules(Object value) {
    if (value instanceof Rule rule) {
      return Stream.of(rule);
    }
    if (value instanceof Invariant<?> invariant) {
      return Stream.of(invariant.rule());
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
