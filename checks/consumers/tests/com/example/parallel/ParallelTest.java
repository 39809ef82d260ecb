package com.example.parallel;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.fixture.Amis;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fails unless two tests run at once. */
@ExtendWith(TestEc2Extension.class)
class ParallelTest {
  private static final CyclicBarrier BOTH = new CyclicBarrier(2);

  @RepeatedTest(2)
  void two_at_once_have_an_ec2_each(TestEc2 aws, Ec2 ec2) throws Exception {
    aws.seed(Region.US_EAST_1).images(Amis.availableAmi()).withSnapshots().put();
    BOTH.await(1, TimeUnit.MINUTES);
    assertThat(aws.state().images(Region.US_EAST_1)).hasSize(1);
    ec2.deregisterImage(Amis.ID);
    assertThat(aws.state()).hasNoImage(Region.US_EAST_1, Amis.ID);
  }
}
