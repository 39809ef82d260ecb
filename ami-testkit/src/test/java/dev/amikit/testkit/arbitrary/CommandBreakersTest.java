package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Sets;
import dev.amikit.RuleCatalogue;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.image.Ami;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandBreakersTest {
  @Provide
  Arbitrary<RefusedCommand<Ami>> breakersOfImages() {
    return CommandBreakers.ofImages().any();
  }

  @Provide
  Arbitrary<RefusedCommand<Snapshot>> breakersOfSnapshots() {
    return CommandBreakers.ofSnapshots().any();
  }

  @Provide
  Arbitrary<RefusedCommand<Optional<FastLaunch>>> breakersOfFastLaunch() {
    return CommandBreakers.ofFastLaunch().any();
  }

  @Property(tries = 1000)
  void a_rule_broken_alone_is_reported_alone_and_nothing_changes(
      @ForAll("breakersOfImages") RefusedCommand<Ami> breaker) {
    assertReportedAlone(breaker);
  }

  @Property(tries = 1000)
  void so_it_is_with_snapshots(@ForAll("breakersOfSnapshots") RefusedCommand<Snapshot> breaker) {
    assertReportedAlone(breaker);
  }

  @Property(tries = 1000)
  void so_it_is_with_fast_launch(
      @ForAll("breakersOfFastLaunch") RefusedCommand<Optional<FastLaunch>> breaker) {
    assertReportedAlone(breaker);
  }

  @Example
  void few_rules_are_kept_by_values_and_by_commands() {
    assertThat(RuleCatalogue.all())
        .extracting(Rule::id)
        .containsAll(CommandBreakers.ofImages().rules())
        .containsAll(CommandBreakers.ofSnapshots().rules())
        .containsAll(CommandBreakers.ofFastLaunch().rules());
    assertThat(Sets.intersection(CommandBreakers.ofImages().rules(), RuleBreakers.rules()))
        .containsExactly(RecycleBinStay.ENDS_LATER.id());
    assertThat(Sets.intersection(CommandBreakers.ofSnapshots().rules(), RuleBreakers.rules()))
        .containsExactlyInAnyOrder(
            SnapshotRecycleBinStay.ENDS_LATER.id(), SnapshotLock.END_GIVEN.id());
    assertThat(Sets.intersection(CommandBreakers.ofFastLaunch().rules(), RuleBreakers.rules()))
        .isEmpty();
  }

  @Example
  void a_rule_that_no_command_keeps_has_no_breakers() {
    CommandBreakers<Ami> breakers = CommandBreakers.ofImages();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> breakers.of("ami.windows-requires-ebs-root"))
        .withMessage("no command is refused by ami.windows-requires-ebs-root");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> breakers.of("deregister-image.no-such-rule"))
        .withMessage("there is no rule deregister-image.no-such-rule");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandBreakers.ofSnapshots().of("deregister-image.unprotected"))
        .withMessage("no command is refused by deregister-image.unprotected");
  }

  private static <T> void assertReportedAlone(RefusedCommand<T> breaker) {
    Decision<T> decision = breaker.decide();

    assertThat(decision)
        .as("%s", breaker)
        .isRefusedOnlyBy(breaker.rule().id().value())
        .isRefusedWith(breaker.rule().errorCode());
    assertThat(decision.applyTo(breaker.value())).isSameAs(breaker.value());
  }
}
