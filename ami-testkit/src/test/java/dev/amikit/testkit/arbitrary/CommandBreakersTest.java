package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Sets;
import dev.amikit.RuleCatalogue;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Rule;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandBreakersTest {
  @Provide
  Arbitrary<RefusedCommand> breakers() {
    return CommandBreakers.any();
  }

  @Property(tries = 1000)
  void a_rule_broken_alone_is_reported_alone_and_nothing_changes(
      @ForAll("breakers") RefusedCommand breaker) {
    Decision<Ami> decision = breaker.decide();

    assertThat(decision)
        .as("%s", breaker)
        .isRefusedOnlyBy(breaker.rule().id().value())
        .withErrorCode(breaker.rule().errorCode());
    assertThat(decision.applyTo(breaker.ami())).isSameAs(breaker.ami());
  }

  @Example
  void only_one_rule_is_kept_by_values_and_by_commands() {
    assertThat(RuleCatalogue.all()).extracting(Rule::id).containsAll(CommandBreakers.rules());
    assertThat(Sets.intersection(CommandBreakers.rules(), RuleBreakers.rules()))
        .containsExactly(RecycleBinStay.ENDS_LATER.id());
  }

  @Example
  void a_rule_that_no_command_keeps_has_no_breakers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandBreakers.of("ami.windows-requires-ebs-root"))
        .withMessage("no command is refused by ami.windows-requires-ebs-root");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandBreakers.of("deregister-image.no-such-rule"))
        .withMessage("there is no rule deregister-image.no-such-rule");
  }
}
