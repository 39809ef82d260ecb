package dev.amikit.testkit.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import dev.amikit.testkit.fixture.Amis;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test gets an EC2 of its own. */
@ExtendWith(TestEc2Extension.class)
class TestEc2ExtensionTest {
  @Account("444455556666")
  private Ec2 friend;

  @Account(region = "eu-west-1")
  private RecycleBin bin;

  private Ec2 ofBefore;

  @BeforeEach
  void a_method_before_gets_the_same(Ec2 ec2) {
    ofBefore = ec2;
  }

  @Test
  void a_parameter_is_ec2_as_an_account_sees_it(
      Ec2 plain, @Account(value = "777788889999", region = "ap-southeast-2") Ec2 stranger) {
    assertThat(plain.caller()).isEqualTo(AccountId.of("111122223333"));
    assertThat(plain.region()).isEqualTo(Region.US_EAST_1);
    assertThat(stranger.caller()).isEqualTo(AccountId.of("777788889999"));
    assertThat(stranger.region()).isEqualTo(Region.of("ap-southeast-2"));
    assertThat(friend.caller()).isEqualTo(AccountId.of("444455556666"));
    assertThat(bin).isNotNull();
  }

  @Test
  void all_that_a_test_gets_is_of_one_registry(
      TestEc2 ec2, MovableClock clock, InMemoryAmiRegistry registry, Aws aws) {
    assertThat(ec2.clock()).isSameAs(clock);
    assertThat(ec2.registry()).isSameAs(registry);
    aws.put(Region.US_EAST_1, Amis.publicAmi());
    assertThat(friend.describeImage(Amis.publicAmi().imageId())).isPresent();
    assertThat(ofBefore.describeImage(Amis.publicAmi().imageId())).isPresent();
  }

  @RepeatedTest(3)
  void no_other_test_sees_it(TestEc2 ec2) {
    assertThat(ec2.state().images(Region.US_EAST_1)).isEmpty();
    ec2.aws().put(Region.US_EAST_1, Amis.publicAmi());
  }

  @Nested
  class In_a_nested_class {
    @Account("777788889999")
    private Ec2 stranger;

    @Test
    void fields_inside_and_outside_are_set(TestEc2 ec2) {
      ec2.aws().put(Region.US_EAST_1, Amis.publicAmi());
      assertThat(stranger.caller()).isEqualTo(AccountId.of("777788889999"));
      assertThat(stranger.describeImage(Amis.publicAmi().imageId())).isPresent();
      assertThat(friend.describeImage(Amis.publicAmi().imageId())).isPresent();
    }
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class With_one_instance_for_all_tests {
    @Account
    private Ec2 owner;

    @RepeatedTest(2)
    void each_test_still_has_an_ec2_of_its_own(TestEc2 ec2) {
      assertThat(owner.describeImages(ImageQuery.builder().build()).items()).isEmpty();
      ec2.aws().put(Region.US_EAST_1, Amis.publicAmi());
      assertThat(owner.describeImage(Amis.publicAmi().imageId())).isPresent();
    }
  }

  @Test
  void time_does_not_pass_backwards(MovableClock clock) {
    assertThatThrownBy(() -> clock.pass(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.instant()).isEqualTo(TestEc2.START);
  }
}
