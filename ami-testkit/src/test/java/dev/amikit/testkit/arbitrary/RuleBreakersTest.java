package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amikit.image.ImageName;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

  @Rules({"NAME-08"})
  @Example
  void what_only_operations_ask_no_value_breaks() {
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
}
