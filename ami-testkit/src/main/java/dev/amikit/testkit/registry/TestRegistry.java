package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.ec2.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A registry whose clock the test moves, with three accounts and two Regions to speak of. Work in
 * it, and stays in the Recycle Bin, end while time {@linkplain #pass passes}.
 */
public final class TestRegistry {
  /** The account that most of it is about. */
  public static final AccountId OWNER = AccountId.of("111122223333");

  /** An account with which the owner shares. */
  public static final AccountId FRIEND = AccountId.of("444455556666");

  /** An account with which nobody shares. */
  public static final AccountId STRANGER = AccountId.of("777788889999");

  /** The Region that most of it is about, us-east-1. */
  public static final Region HERE = Region.US_EAST_1;

  /** Another Region, eu-west-1. */
  public static final Region THERE = Region.EU_WEST_1;

  /** The time at which the clock stands first. */
  public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final RegistryUnderTest registry;

  /**
   * Makes an empty registry, of any kind.
   *
   * @param factory what makes it
   * @param settings Regions, IDs, quotas, completion
   */
  public TestRegistry(RegistryUnderTest.Factory factory, RegistrySettings settings) {
    requireNonNull(factory, "factory");
    requireNonNull(settings, "settings");
    registry = factory.create(clock, settings);
  }

  /**
   * Makes an empty registry of the library.
   *
   * @param settings Regions, IDs, quotas, completion
   */
  public TestRegistry(RegistrySettings settings) {
    this(RegistryUnderTest::inMemory, settings);
  }

  /** {@return the registry itself} */
  public RegistryUnderTest registry() {
    return registry;
  }

  /** {@return the present time} */
  public Instant now() {
    return clock.instant();
  }

  /** {@return all that there is now} */
  public PartitionState state() {
    return registry.state();
  }

  /**
   * Returns EC2 as an account sees it in a Region.
   *
   * @param account the account
   * @param region the Region
   * @return EC2 there
   */
  public Ec2 as(AccountId account, Region region) {
    return registry.as(account, region);
  }

  /**
   * Lets time pass, and happen what becomes due by that.
   *
   * @param duration how much
   */
  public void pass(Duration duration) {
    clock.pass(duration);
    registry.advance();
  }

  /**
   * Checks that a call is refused and leaves not a trace.
   *
   * @param call the call
   * @param errorCode what EC2 answers
   * @param rules the IDs of the rules by which it is refused, in this order, and no others
   */
  public void assertRefused(ThrowingCallable call, ErrorCode errorCode, String... rules) {
    requireNonNull(call, "call");
    requireNonNull(errorCode, "errorCode");
    requireNonNull(rules, "rules");
    PartitionState before = state();
    assertThat(catchThrowable(call))
        .as("the call, which must be refused")
        .isInstanceOfSatisfying(RefusedException.class, refused -> {
          assertThat(refused.errorCode()).as(refused.refusal().message()).isEqualTo(errorCode);
          assertThat(refused.refusal().violations())
              .as("the rules by which the call is refused")
              .extracting(violation -> violation.rule().id().value())
              .containsExactly(rules);
        });
    assertThat(state()).as("all that there is after a refusal").isEqualTo(before);
  }
}
