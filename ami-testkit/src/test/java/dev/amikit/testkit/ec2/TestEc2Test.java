package dev.amikit.testkit.ec2;

import static dev.amikit.testkit.ec2.TestEc2.HOME;
import static dev.amikit.testkit.ec2.TestEc2.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting takes a line. */
class TestEc2Test {
  @RegisterExtension
  static final TestEc2Extension SLOW =
      TestEc2Extension.with(it -> it.completion(CompletionPolicy.after(Duration.ofHours(1))));

  private static final Ami AMI = Amis.availableAmi();
  private static final ImageId ID = AMI.imageId();

  private static void put(TestEc2 aws) {
    aws.aws().put(HOME, AMI);
    aws.aws().put(HOME, Snapshots.completedSnapshot());
  }

  @Test
  void work_ends_by_the_clock_or_at_once_when_told(TestEc2 aws, Ec2 ec2) {
    put(aws);
    CopyImage.Builder copy = CopyImage.builder().sourceRegion(HOME).sourceImageId(ID);
    ImageId first = ec2.copyImage(copy.name("first").build());
    assertThat(aws.image(HOME, first).state()).isEqualTo(AmiState.PENDING);
    aws.pass(Duration.ofHours(1));
    assertThat(aws.image(HOME, first).state()).isEqualTo(AmiState.AVAILABLE);

    ImageId second = ec2.copyImage(copy.name("second").build());
    assertThat(aws.completeAll()).containsOnlyKeys(HOME);
    assertThat(aws.image(HOME, second).state()).isEqualTo(AmiState.AVAILABLE);
    assertThat(aws.now()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void deprecation_is_waited_for(TestEc2 aws, Ec2 ec2) {
    put(aws);
    Instant date = START.plus(Duration.ofDays(9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aws.passUntilDeprecated(HOME, ID))
        .withMessage("%s is never deprecated", ID);
    ec2.enableImageDeprecation(ID, date);
    aws.passUntilDeprecated(HOME, ID);
    assertThat(aws.now()).isEqualTo(date);
    assertThat(ec2.describeImage(ID).orElseThrow().isDeprecatedAt(aws.now())).isTrue();
    aws.passUntil(START);
    assertThat(aws.now()).isEqualTo(date);
  }

  @Test
  void retention_is_waited_for(TestEc2 aws, Ec2 ec2) {
    put(aws);
    for (ResourceType type : List.of(ResourceType.EC2_IMAGE, ResourceType.EBS_SNAPSHOT)) {
      aws.recycleBin(Accounts.OWNER, HOME).createRule(CreateRule.ofRegion(type, 7));
    }
    SnapshotId snapshot = Snapshots.completedSnapshot().snapshotId();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aws.passUntilRetentionEnds(HOME, ID))
        .withMessage("%s is not in the Recycle Bin", ID);
    ec2.deregisterImage(ID);
    aws.passUntilRetentionEnds(HOME, ID);
    assertThat(aws.now()).isEqualTo(START.plus(Duration.ofDays(7)));
    assertThat(ec2.listImagesInRecycleBin()).isEmpty();

    ec2.deleteSnapshot(snapshot);
    aws.passUntilRetentionEnds(HOME, snapshot);
    assertThat(ec2.listSnapshotsInRecycleBin()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aws.snapshot(HOME, snapshot))
        .withMessage("%s is not in %s", snapshot, HOME);
  }

  @Test
  void protection_is_waited_for(TestEc2 aws, Ec2 ec2) {
    put(aws);
    ec2.enableImageDeregistrationProtection(ID, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aws.passUntilProtectionEnds(HOME, ID))
        .withMessage("%s has no protection that cools down", ID);
    ec2.disableImageDeregistrationProtection(ID);
    aws.passUntilProtectionEnds(HOME, ID);
    assertThat(aws.now()).isEqualTo(START.plus(Duration.ofDays(1)));
    ec2.deregisterImage(ID);
  }
}
