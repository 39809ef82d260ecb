package dev.amikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.awssdk.Ec2Clients;
import dev.amikit.id.Region;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ArchitectureValues;
import software.amazon.awssdk.services.ec2.model.Image;

/** The service of {@link ImageRotation}, tried in an EC2 of this process. */
@SuppressWarnings("unchecked") // lists of the SDK are varargs of a generic type
class ImageRotationTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));

  // spotless:off: the README shows it so
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      clock,
      RegistrySettings.builder()
          .completion(CompletionPolicy.after(Duration.ofMinutes(5)))
          .build());
  private final Ec2Clients aws = Ec2Clients.of(registry).waiting(clock::pass);
  private final Ec2Client ec2 = aws.client("111122223333", Region.US_EAST_1);
  private final Ec2Client partner = aws.client("444455556666", Region.US_EAST_1);

  @Test
  void the_newest_two_images_are_kept() {
    String instance = anInstance();
    ImageRotation rotation = new ImageRotation(ec2, clock, "444455556666", 2);

    String first = rotation.rotate(instance, "web");
    clock.pass(Duration.ofDays(7));
    String second = rotation.rotate(instance, "web");
    clock.pass(Duration.ofDays(7));
    String third = rotation.rotate(instance, "web");

    assertThat(partner.describeImages(r -> r.executableUsers("self")).images())
        .extracting(Image::imageId)
        .containsExactlyInAnyOrder(second, third)
        .doesNotContain(first);
    assertThat(ec2.describeImages(r -> r.imageIds(second)).images().get(0).deprecationTime())
        .isEqualTo("2026-12-15T12:15:00.000Z");
  }
  // spotless:on

  @Test
  void the_snapshots_of_an_image_go_with_it() {
    String instance = anInstance();
    ImageRotation rotation = new ImageRotation(ec2, clock, "444455556666", 1);
    int before = ec2.describeSnapshots(r -> r.ownerIds("self")).snapshots().size();

    rotation.rotate(instance, "web");
    clock.pass(Duration.ofDays(7));
    rotation.rotate(instance, "web");

    assertThat(ec2.describeSnapshots(r -> r.ownerIds("self")).snapshots()).hasSize(before + 1);
  }

  private String anInstance() {
    return anInstance(ec2);
  }

  /** An instance of an image that was there before. */
  static String anInstance(Ec2Client ec2) {
    String volume =
        ec2.createVolume(r -> r.availabilityZone("us-east-1a").size(8)).volumeId();
    String snapshot = ec2.createSnapshot(r -> r.volumeId(volume)).snapshotId();
    ec2.waiter().waitUntilSnapshotCompleted(r -> r.snapshotIds(snapshot));
    String image = ec2.registerImage(r -> r.name("base")
            .architecture(ArchitectureValues.X86_64)
            .virtualizationType("hvm")
            .rootDeviceName("/dev/xvda")
            .blockDeviceMappings(
                device -> device.deviceName("/dev/xvda").ebs(ebs -> ebs.snapshotId(snapshot))))
        .imageId();
    ec2.waiter().waitUntilImageAvailable(r -> r.imageIds(image));
    return ec2.runInstances(
            r -> r.imageId(image).instanceType("m7i.large").minCount(1).maxCount(1))
        .instances()
        .get(0)
        .instanceId();
  }
}
