package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Architecture;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.rule.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ID is given once. */
class NewIdsTest {
  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"LIFE-10", "ID-24"})
  void an_image_of_the_same_snapshot_does_not_get_that_of_one_that_is_gone() {
    SnapshotId snapshot = ec2.snapshot();
    Set<ImageId> ids = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      ImageId id = ec2.owner().registerImage(over(snapshot));
      ids.add(id);
      ec2.owner().deregisterImage(id);
      ec2.registry.aws().happen(new RegistryEvent.ImagePurged(HERE, id));
    }
    assertThat(ids).hasSize(3);
  }

  @Test
  @Rules("ID-24")
  void nothing_gets_that_of_something_that_came_in_from_another_registry() {
    TestRegistry another = new TestRegistry();
    another.listen(told -> {
      if (!(told.event() instanceof RegistryEvent.IdsGiven)) {
        ec2.registry.aws().happen(told.event());
      }
    });
    new TestLaunch(another).put(image -> image);
    Set<Object> ids = made(another);

    assertThat(made(ec2)).hasSameSizeAs(ids).doesNotContainAnyElementsOf(ids);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 1L << 40})
  @Rules({"COM-02", "ID-01"})
  void they_have_17_digits_and_never_the_same(long serial) {
    for (IdSource source : List.of(IdSource.scattered(), IdSource.counting())) {
      String digits = source.digits(serial);
      assertThat(digits).matches("[0-9a-f]{17}");
      assertThat(source.digits(serial + 1)).isNotEqualTo(digits);
      assertThat(source.digits(serial)).isEqualTo(digits);
    }
  }

  /** The IDs of one new thing of every kind. */
  private static Set<Object> made(TestRegistry ec2) {
    VolumeId volume =
        ec2.owner().createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    SnapshotId snapshot = ec2.owner().createSnapshot(volume).snapshotId();
    return Set.of(
        volume,
        snapshot,
        ec2.owner()
            .registerImage(
                over(snapshot).toBuilder().name("golden of " + snapshot).build()),
        new TestLaunch(ec2).launch().instanceId(),
        ec2.owner().call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 1)).identifier());
  }

  private static RegisterImage over(SnapshotId snapshot) {
    return RegisterImage.builder()
        .name("over")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", snapshot)
        .build();
  }
}
