package dev.amikit.testkit.ec2;

import static dev.amikit.testkit.ec2.TestEc2.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.KnownAmis;
import dev.amikit.testkit.fixture.Snapshots;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is put in can stand together. */
class SeedTest {
  private static final Ami AMI = Amis.availableAmi();
  private static final Snapshot SNAPSHOT = Snapshots.completedSnapshot();

  private final TestEc2 aws = TestEc2.create();

  @Test
  void all_known_images_stand_together() {
    aws.seed(HOME).images(KnownAmis.all()).withSnapshots().put();

    assertThat(aws.state().images(HOME)).containsExactlyInAnyOrderElementsOf(KnownAmis.all());
    assertThat(
            aws.as(Accounts.OWNER).describeImages(ImageQuery.builder().build()).items())
        .hasSize(KnownAmis.all().size() - 2 /* deprecated */);
  }

  @ParameterizedTest
  @MethodSource("launchable")
  void a_known_image_can_be_launched(Ami ami) {
    aws.seed(HOME).images(ami).withSnapshots().put();
    assertThat(aws.as(Accounts.OWNER)
            .runInstances(RunInstances.builder()
                .imageId(ami.imageId())
                .instanceType("x9z.large")
                .build())
            .instances())
        .hasSize(1);
  }

  static Stream<Ami> launchable() {
    return KnownAmis.all().stream().filter(ami -> ami.productCodes().isEmpty());
  }

  private void refuses(String fault, Seed seed) {
    Object before = aws.state();
    assertThatIllegalArgumentException().isThrownBy(seed::put).withMessage(fault);
    assertThat(aws.state()).isEqualTo(before);
  }

  @Test
  void what_cannot_stand_together_is_refused_and_nothing_is_put_in() {
    refuses(
        "snap-0abcdef1234567890 of ami-0abcdef1234567890 at /dev/xvda is not there",
        aws.seed(HOME).images(AMI));
    refuses(
        "snap-0abcdef1234567890 of ami-0abcdef1234567890 at /dev/xvda is pending",
        aws.seed(HOME).images(AMI).snapshots(Snapshots.pendingSnapshot()));
    refuses(
        "snap-0abcdef1234567890 of ami-0abcdef1234567890 at /dev/xvda is in the Recycle Bin",
        aws.seed(HOME).images(AMI).snapshots(Snapshots.binnedSnapshot()));
    refuses(
        "snap-0abcdef1234567890 of ami-0abcdef1234567890 at /dev/xvda is larger than its volume",
        aws.seed(HOME).images(AMI).snapshots(SNAPSHOT.toBuilder().volumeSize(9).build()));
    refuses(
        "snap-0abcdef1234567890 of ami-0abcdef1234567890 at /dev/xvda is not encrypted",
        aws.seed(HOME).images(Amis.encryptedAmi()).snapshots(SNAPSHOT));
    refuses("snap-0abcdef1234567890 is there twice", aws.seed(HOME).snapshots(SNAPSHOT, SNAPSHOT));
    refuses(
        "ami-0abcdef1234567890 is there twice",
        aws.seed(HOME).images(AMI, AMI.withState(AmiState.DEREGISTERED)).withSnapshots());
    refuses(
        "ami-0abcdef1234567890 and ami-12345678 of 111122223333 both hold the name golden-2026.01",
        aws.seed(HOME)
            .images(AMI, AMI.toBuilder().imageId("ami-12345678").build())
            .withSnapshots());
  }

  @Test
  void what_is_there_already_counts() {
    aws.seed(HOME).images(AMI).snapshots(SNAPSHOT).put();
    aws.seed(HOME)
        .images(AMI.toBuilder().imageId("ami-12345678").name("another").build())
        .put();
    assertThat(aws.state().images(HOME)).hasSize(2);
    refuses("ami-0abcdef1234567890 is there twice", aws.seed(HOME).images(AMI));
    refuses("snap-0abcdef1234567890 is there twice", aws.seed(HOME).snapshots(SNAPSHOT));
  }
}
