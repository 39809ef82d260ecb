package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatEvents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ImageEnabled;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.state.InstanceEvent.InstanceLaunched;
import dev.amikit.registry.state.RegistryEvent.ImageCreated;
import dev.amikit.registry.state.RegistryEvent.ImageTagged;
import dev.amikit.registry.state.RegistryEvent.SnapshotCreated;
import dev.amikit.registry.state.VolumeEvent.VolumeCreated;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is said of what has happened, and what it says when it is wrong. */
class EventsAssertTest {
  private static final ImageId UNKNOWN = ImageId.of("ami-12345678");

  private final TestEc2 aws = TestEc2.create();
  private final Ec2 ec2 = aws.as(Accounts.OWNER);
  private final List<RecordedEvent> events = aws.listen();

  private static void says(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  private void seed() {
    aws.seed(TestEc2.HOME).images(Amis.availableAmi()).withSnapshots().put();
  }

  @Test
  void what_has_happened_is_told_of_each_resource() {
    seed();
    ec2.disableImage(Amis.ID);
    ec2.enableImage(Amis.ID);
    ec2.createTags(Tags.of("env", "prod"), Amis.ID);
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();

    assertThatEvents(events)
        .tellOf(Amis.ID)
        .are(ImageCreated.class, ImageDisabled.class, ImageEnabled.class, ImageTagged.class);
    assertThatEvents(events).tellOf(Snapshots.ID).are(SnapshotCreated.class);
    assertThatEvents(events).tellOf(volume).are(VolumeCreated.class).areBy(Accounts.OWNER);
    assertThatEvents(events).tellNothingOf(UNKNOWN);
  }

  @Test
  void an_instance_and_work_are_told_of_too() {
    seed();
    InstanceId instance = ec2.runInstances(
            RunInstances.builder().imageId(Amis.ID).instanceType("m7i.large").build())
        .instances()
        .get(0)
        .instanceId();
    assertThatEvents(events).tellOf(instance).areBy(Accounts.OWNER);
    assertThat(events)
        .extracting(RecordedEvent::event)
        .hasAtLeastOneElementOfType(InstanceLaunched.class);
    SnapshotId snapshot = ec2.createSnapshot(
            ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
        .snapshotId();
    assertThatEvents(events).tellOf(snapshot);
  }

  @Test
  void a_refused_call_lets_nothing_happen() {
    assertThatCalling(() -> ec2.disableImage(UNKNOWN)).isRefused();
    aws.pass(Duration.ofDays(1));
    assertThatEvents(events).areNone().are();
  }

  @Test
  void failures_tell_what_has_happened() {
    says(
        () -> assertThatEvents(events).tellOf(Amis.ID),
        "Expected something to have happened to ami-0abcdef1234567890 but there is nothing");
    seed();
    List<RecordedEvent> later = aws.listen();
    ec2.disableImage(Amis.ID);
    String line = "%n  3 by 111122223333: ImageChanged[region=us-east-1,".formatted()
        + " imageId=ami-0abcdef1234567890, event=ImageDisabled[]]";
    says(
        () -> assertThatEvents(later).areNone(),
        "Expected nothing to have happened but there is:" + line);
    says(
        () -> assertThatEvents(later).tellNothingOf(Amis.ID),
        "Expected nothing to have happened to ami-0abcdef1234567890 but there is:" + line);
    says(
        () -> assertThatEvents(later).tellOf(UNKNOWN),
        "Expected something to have happened to ami-12345678 but there is:" + line);
    says(
        () -> assertThatEvents(later).are(ImageEnabled.class, ImageTagged.class),
        "Expected ImageEnabled, ImageTagged but there is:" + line);
    says(
        () -> assertThatEvents(later).areBy(Accounts.OTHER),
        "Expected all to be by 444455556666 but there is:" + line);
    assertThatThrownBy(() -> assertThatEvents(events).areNone())
        .hasMessageContaining("1 by AWS: SnapshotCreated[");
  }
}
