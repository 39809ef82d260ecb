package dev.amikit.registry.state;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.device.VolumeType;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two states are equal if they hold the same, on whichever shelf. */
class PartitionStateTest {
  private static final TestLaunch AT = new TestLaunch();
  private static final TestRegistry EC2 = AT.ec2;
  private static final Ami IMAGE = AT.put(image -> image);

  /** What changes one shelf each, and nothing else. */
  private static final ImmutableList<RegistryEvent> EVENTS = ImmutableList.of(
      new RegistryEvent.ImageTagged(HERE, IMAGE.imageId(), OWNER, Tags.of("a", "b")),
      new RegistryEvent.ImageTagged(HERE, IMAGE.imageId(), FRIEND, Tags.of("a", "b")),
      new RegistryEvent.ImageCreated(THERE, IMAGE),
      new RegistryEvent.SnapshotTagged(
          HERE, IMAGE.rootSnapshotId().orElseThrow(), OWNER, Tags.of("a", "b")),
      new VolumeEvent.VolumeCreated(
          HERE,
          Volume.builder()
              .volumeId(VolumeId.of("vol-0123456789abcdef0"))
              .ownerId(OWNER)
              .createTime(START)
              .size(8)
              .volumeType(VolumeType.GP3)
              .build()),
      new InstanceEvent.InstanceTagged(HERE, AT.launch().instanceId(), Tags.of("a", "b")),
      new RegistryEvent.TaskBegun(HERE, new ImagePurge(IMAGE.imageId(), OWNER, START)),
      new RegistryEvent.ClientTokenUsed(
          HERE, OWNER, "CopyImage", "token", "digest", IMAGE.imageId()),
      new RegistryEvent.SettingsChanged(
          HERE,
          OWNER,
          AccountSettings.initial().toBuilder().ebsEncryptionByDefault(true).build()),
      new RegistryEvent.ProfileChanged(
          OWNER,
          AccountProfile.ordinary().toBuilder().addSubscription("product").build()),
      new RegistryEvent.IdsGiven(1));

  private static final PartitionState BEFORE = EC2.state();

  @Test
  void a_state_is_equal_to_those_alone_that_hold_the_same() {
    List<PartitionState> met = new ArrayList<>(List.of(BEFORE));
    for (RegistryEvent event : EVENTS) {
      PartitionState after = BEFORE.after(event);
      assertThat(after).isEqualTo(BEFORE.after(event)).hasSameHashCodeAs(BEFORE.after(event));
      assertThat(met).as("%s", event).doesNotContain(after);
      met.add(after);
    }
  }

  @Test
  void the_order_in_which_shelves_were_filled_does_not_count() {
    assertThat(BEFORE.after(EVENTS.reverse())).isEqualTo(BEFORE.after(EVENTS));
  }
}
