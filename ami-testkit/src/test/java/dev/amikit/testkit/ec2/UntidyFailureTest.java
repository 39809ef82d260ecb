package dev.amikit.testkit.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amikit.registry.Ec2;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.testkit.fixture.Accounts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that fails on an untidy EC2 tells the seed, and fails in the same way when it is given.
 */
@Rules("DEC-164")
class UntidyFailureTest {
  private static final Pattern TOLD =
      Pattern.compile("EC2 was untidy: repeat with @Untidy\\(seed = (-?\\d+)L\\)");

  /** Calls until it is throttled, and fails by saying when. */
  private static void callUntilThrottled(Ec2 ec2) {
    for (int calls = 1; calls < 10_000; calls++) {
      try {
        ec2.getEbsEncryptionByDefault();
      } catch (RefusedException refused) {
        throw new AssertionError(refused.errorCode() + " at call " + calls, refused);
      }
    }
  }

  private static long seedTold(Throwable failure) {
    assertThat(failure.getSuppressed()).hasSize(1);
    Matcher told = TOLD.matcher(failure.getSuppressed()[0].getMessage());
    assertThat(told.matches()).isTrue();
    return Long.parseLong(told.group(1));
  }

  private static Throwable failureOf(Class<?> type) {
    List<Throwable> failures = RunOfTests.of(type).failures();
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  @ExtendWith(TestEc2Extension.class)
  static class Of_a_seed_that_is_drawn {
    @Test
    @Untidy
    void fails(Ec2 ec2) {
      callUntilThrottled(ec2);
    }
  }

  @Test
  void the_seed_that_is_told_repeats_the_failure() {
    for (int i = 0; i < 10; i++) {
      Throwable failure = failureOf(Of_a_seed_that_is_drawn.class);
      Ec2 again = TestEc2.create().untidy(Untidiness.ofSeed(seedTold(failure))).as(Accounts.OWNER);
      assertThat(failure.getMessage()).startsWith("RequestLimitExceeded at call ");
      assertThat(catchThrowable(() -> callUntilThrottled(again))).hasMessage(failure.getMessage());
    }
  }

  @Untidy(seed = -42)
  @ExtendWith(TestEc2Extension.class)
  static class Of_a_seed_that_is_given {
    @Test
    void fails(Ec2 ec2) {
      callUntilThrottled(ec2);
    }
  }

  @Test
  void a_seed_that_is_given_is_told_and_gives_the_same_each_time() {
    Throwable failure = failureOf(Of_a_seed_that_is_given.class);
    assertThat(seedTold(failure)).isEqualTo(-42);
    assertThat(failureOf(Of_a_seed_that_is_given.class)).hasMessage(failure.getMessage());
    Ec2 again = TestEc2.create().untidy(Untidiness.ofSeed(-42)).as(Accounts.OWNER);
    assertThat(catchThrowable(() -> callUntilThrottled(again))).hasMessage(failure.getMessage());
  }

  @Untidy(seed = 3)
  @ExtendWith(TestEc2Extension.class)
  static class Before_a_test {
    @BeforeEach
    void fails(Ec2 ec2) {
      callUntilThrottled(ec2);
    }

    @Test
    void is_not_reached() {}
  }

  @Untidy(seed = 4)
  @ExtendWith(TestEc2Extension.class)
  static class After_a_test {
    @Test
    void passes() {}

    @AfterEach
    void fails(Ec2 ec2) {
      callUntilThrottled(ec2);
    }
  }

  @Test
  void what_stands_before_and_after_a_test_tells_it_too() {
    assertThat(seedTold(failureOf(Before_a_test.class))).isEqualTo(3);
    assertThat(seedTold(failureOf(After_a_test.class))).isEqualTo(4);
  }

  @ExtendWith(TestEc2Extension.class)
  static class On_a_tidy_ec2 {
    @Test
    void fails(Ec2 ec2) {
      throw new AssertionError("by itself, as " + ec2.caller());
    }
  }

  @Test
  void a_tidy_ec2_has_no_seed_to_tell() {
    assertThat(failureOf(On_a_tidy_ec2.class))
        .hasMessage("by itself, as 111122223333")
        .hasNoSuppressedExceptions();
  }
}
