package dev.amikit.testkit.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** However many tests run at once, each has an EC2 of its own. */
class ParallelTestsTest {
  private static final ImmutableMap<String, String> AT_ONCE = ImmutableMap.of(
      "junit.jupiter.execution.parallel.enabled", "true",
      "junit.jupiter.execution.parallel.mode.default", "concurrent",
      "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL",
      "junit.jupiter.execution.parallel.config.strategy", "fixed",
      "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

  @ExtendWith(TestEc2Extension.class)
  static class Eight_at_a_time {
    private static final CyclicBarrier EIGHT = new CyclicBarrier(8);

    @Account("444455556666")
    private Ec2 friend;

    @BeforeEach
    void put(TestEc2 aws) {
      aws.seed(TestEc2.HOME).images(Amis.publicAmi()).withSnapshots().put();
    }

    @RepeatedTest(80)
    void see_their_own_only(TestEc2 aws, Ec2 ec2, MovableClock clock) throws Exception {
      EIGHT.await(1, TimeUnit.MINUTES);
      assertThat(aws.state().images(TestEc2.HOME))
          .extracting(Ami::imageId)
          .containsExactly(Amis.ID);
      assertThat(friend.describeImage(Amis.ID)).isPresent();
      ImageId copy = ec2.copyImage(CopyImage.builder()
          .sourceRegion(TestEc2.HOME)
          .sourceImageId(Amis.ID)
          .name("copy")
          .build());
      aws.pass(Duration.ofHours(1));
      ec2.deregisterImage(Amis.ID);
      assertThat(friend.describeImage(Amis.ID)).isEmpty();
      assertThat(ec2.describeImage(copy)).isPresent();
      assertThat(clock.instant()).isEqualTo(TestEc2.START.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void many_tests_at_once_have_a_registry_and_a_clock_each() {
    RunOfTests run = RunOfTests.of(Eight_at_a_time.class, AT_ONCE);
    assertThat(run.failures()).isEmpty();
    assertThat(run.passed()).isEqualTo(80);
  }

  @Untidy(seed = 11)
  @ExtendWith(TestEc2Extension.class)
  static class Untidy_ones {
    @RepeatedTest(40)
    void are_throttled_at_the_same_call(Ec2 ec2) {
      int calls = throttledAt(ec2);
      assertThat(calls)
          .isEqualTo(
              throttledAt(TestEc2.create().untidy(Untidiness.ofSeed(11)).as(Accounts.OWNER)));
    }

    private static int throttledAt(Ec2 ec2) {
      for (int calls = 1; ; calls++) {
        try {
          ec2.getEbsEncryptionByDefault();
        } catch (RefusedException refused) {
          return calls;
        }
      }
    }
  }

  @Test
  void a_seed_does_the_same_whatever_runs_beside_it() {
    RunOfTests run = RunOfTests.of(Untidy_ones.class, AT_ONCE);
    assertThat(run.failures()).isEmpty();
    assertThat(run.passed()).isEqualTo(40);
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  @ExtendWith(TestEc2Extension.class)
  static class One_field_for_two_tests {
    @Account
    private Ec2 ec2;

    @RepeatedTest(2)
    void cannot_be_set(TestEc2 aws) {
      assertThat(ec2.caller()).isEqualTo(aws.as("111122223333").caller());
    }
  }

  @Test
  void a_field_that_tests_at_once_would_share_is_refused() {
    RunOfTests run = RunOfTests.of(One_field_for_two_tests.class, AT_ONCE);
    assertThat(run.passed()).isZero();
    assertThat(run.failures())
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure)
            .hasMessageEndingWith("ParallelTestsTest$One_field_for_two_tests.ec2 is annotated with"
                + " @Account, and is shared by tests that run at once: take a parameter"));
  }

  @ExtendWith(TestEc2Extension.class)
  static class In_a_constructor {
    In_a_constructor(Ec2 ec2) {
      assertThat(ec2).isNotNull();
    }

    @Test
    void is_none_yet() {}
  }

  @Test
  void a_constructor_is_refused_what_each_test_has_of_its_own() {
    RunOfTests run = RunOfTests.of(In_a_constructor.class);
    assertThat(run.passed()).isZero();
    assertThat(run.failures().get(0))
        .hasMessageContaining("each test has an EC2 of its own: take it in the test, in @BeforeEach"
            + " or in @AfterEach");
  }
}
