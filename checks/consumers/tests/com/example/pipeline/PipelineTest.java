package com.example.pipeline;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.ec2.Account;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.ec2.Untidy;
import dev.amikit.testkit.fixture.Amis;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestEc2Extension.class)
class PipelineTest {
  private static final ImageId GOLDEN = Amis.availableAmi().imageId();

  @Account("111122223333")
  private Ec2 bakery;

  @Test
  void shares_what_it_bakes(TestEc2 aws, @Account("444455556666") Ec2 production) {
    aws.seed(Region.US_EAST_1).images(Amis.availableAmi()).withSnapshots().put();
    AccountId other = production.caller();

    bakery.modifyImageAttribute(
        GOLDEN, ModifyLaunchPermission.grant(LaunchPermission.userId(other)));

    assertThat(production.describeImage(GOLDEN).orElseThrow()).isAvailable();
    assertThat(aws.state()).image(Region.US_EAST_1, GOLDEN).isSharedWith(other);
    assertThatCalling(() -> production.disableImage(GOLDEN)).isRefusedWith(ErrorCode.AUTH_FAILURE);
  }

  @RepeatedTest(20)
  void has_an_ec2_of_its_own(TestEc2 aws) {
    assertThat(aws.state().images(Region.US_EAST_1)).isEmpty();
    aws.seed(Region.US_EAST_1).images(Amis.availableAmi()).withSnapshots().put();
    assertThat(bakery.describeImage(GOLDEN)).isPresent();
  }

  @Test
  @Untidy(seed = 7)
  void is_throttled_on_a_bad_day() {
    assertThat(IntStream.range(0, 100).filter(call -> isThrottled())).isNotEmpty();
  }

  private boolean isThrottled() {
    try {
      bakery.getEbsEncryptionByDefault();
      return false;
    } catch (RefusedException refused) {
      return refused.errorCode() == ErrorCode.REQUEST_LIMIT_EXCEEDED;
    }
  }
}
