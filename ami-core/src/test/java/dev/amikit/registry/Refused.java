package dev.amikit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test says about a call that must be refused. */
public final class Refused {
  private Refused() {}

  /** Checks that a call is refused with a code, names just these rules, and changes nothing. */
  public static void assertRefused(
      TestRegistry ec2, ThrowingCallable call, ErrorCode code, Rule... rules) {
    PartitionState before = ec2.registry.state();
    RefusedException refused = catchThrowableOfType(RefusedException.class, call);
    assertThat(refused).as("the call is refused").isNotNull();
    assertThat(refused.errorCode()).as(refused.getMessage()).isEqualTo(code);
    assertThat(refused.violations())
        .extracting(violation -> violation.rule())
        .containsExactly(rules);
    assertThat(ec2.registry.state()).isEqualTo(before);
  }
}
