package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.Sets;
import dev.amikit.RuleCatalogue;
import dev.amikit.image.ImageName;
import dev.amikit.lifecycle.Action;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.fastlaunch.FastLaunchAction;
import dev.amikit.lifecycle.snapshot.SnapshotAction;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class RuleBreakersTest {
  @Provide
  Arbitrary<RuleBreaker> breakers() {
    return RuleBreakers.any();
  }

  @Property(tries = 1000)
  void a_rule_broken_alone_is_reported_alone(@ForAll("breakers") RuleBreaker breaker) {
    RuleViolationException refusal =
        catchThrowableOfType(RuleViolationException.class, breaker::attempt);

    assertThat(refusal).as("%s was made", breaker).isNotNull();
    assertThat(refusal.violations()).extracting(Violation::rule).containsOnly(breaker.rule());
  }

  @Example
  @Tag("module-path")
  void every_rule_of_a_value_or_of_a_life_cycle_has_a_breaker() throws IOException {
    Set<RuleId> broken = Stream.of(
            RuleBreakers.rules(),
            CommandBreakers.ofImages().rules(),
            CommandBreakers.ofSnapshots().rules(),
            CommandBreakers.ofFastLaunch().rules())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
    assertThat(Sets.intersection(broken, RuleBreakers.ASKED_BY_OPERATIONS)).isEmpty();

    Set<RuleId> declared = declaredRules();
    assertThat(declared).hasSizeGreaterThan(150);
    assertThat(Sets.union(broken, RuleBreakers.ASKED_BY_OPERATIONS)).containsAll(declared);
    assertThat(declared).containsAll(RuleBreakers.ASKED_BY_OPERATIONS);
  }

  @Rules({"NAME-08"})
  @Example
  void what_only_operations_ask_stands_beside_values_that_do_not() {
    assertThat(RuleBreakers.ASKED_BY_OPERATIONS).contains(ImageName.REGISTRABLE.id());
    assertThat(ImageName.of("too+many:signs").isRegistrable()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleBreakers.of(ImageName.REGISTRABLE.id()))
        .withMessage("no value keeps image-name.registrable by itself");
  }

  @Example
  void there_are_no_breakers_of_a_rule_that_does_not_exist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleBreakers.of("ami.no-such-rule"))
        .withMessage("there is no rule ami.no-such-rule");
  }

  /** What stands beside values: the rules of actions, of public constants, and of queries. */
  private static Set<RuleId> declaredRules() throws IOException {
    Stream<Rule> ofActions = Stream.of(
            AmiAction.values(), SnapshotAction.values(), FastLaunchAction.values())
        .flatMap(Arrays::stream)
        .map(Action::rule);
    Stream<Rule> ofQueries =
        RuleCatalogue.all().stream().filter(rule -> rule.id().value().startsWith("query."));
    Stream<Rule> constants = CoreTypes.publicTypes().stream()
        .filter(CoreTypes::isOfValues)
        .filter(type -> type != RuleCatalogue.class)
        .flatMap(type -> Arrays.stream(type.getFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .flatMap(field -> rules(value(field)));
    return Stream.of(ofActions, ofQueries, constants)
        .flatMap(rules -> rules)
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  private static Stream<Rule> rules(Object value) {
    if (value instanceof Rule rule) {
      return Stream.of(rule);
    }
    return value instanceof Collection<?> several
        ? several.stream().flatMap(RuleBreakersTest::rules)
        : Stream.of();
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
