package dev.amikit.registry.snapshot;

import static dev.amikit.registry.Copying.KEY;
import static dev.amikit.registry.Copying.OTHER_KEY;
import static dev.amikit.registry.Copying.copyOf;
import static dev.amikit.registry.Copying.snapshot;
import static dev.amikit.registry.Copying.there;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataKeysTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final VolumeId volume = volume(EbsBlockDevice.blank(VolumeType.GP3, 10), KEY);
  private final SnapshotId source = snapshotOf(volume);

  private VolumeId volume(EbsBlockDevice device, KmsKeyId key) {
    return ec2.owner()
        .createVolume(device.toBuilder().encrypted(true).kmsKeyId(key).build())
        .volumeId();
  }

  private VolumeId volumeOf(SnapshotId snapshot, KmsKeyId key) {
    return volume(EbsBlockDevice.builder().snapshotId(snapshot).build(), key);
  }

  private SnapshotId snapshotOf(VolumeId volume) {
    return ec2.owner()
        .createSnapshot(CreateSnapshot.builder().volumeId(volume).build())
        .snapshotId();
  }

  private SnapshotId copy(SnapshotId snapshot, KmsKeyId key) {
    return ec2.owner()
        .copySnapshot(copyOf(snapshot).encrypted(true).kmsKeyId(key).build());
  }

  private String dataKey(SnapshotId snapshot) {
    return snapshot(ec2, snapshot).dataEncryptionKeyId().orElseThrow();
  }

  @Test
  @Rules("ENC-16")
  void snapshots_of_one_lineage_share_theirs_through_volumes_and_copies_under_the_same_key() {
    assertThat(dataKey(snapshotOf(volume))).isEqualTo(dataKey(source));
    assertThat(dataKey(snapshotOf(volumeOf(source, KEY)))).isEqualTo(dataKey(source));
    assertThat(dataKey(copy(source, KEY))).isEqualTo(dataKey(source));
    assertThat(dataKey(snapshotOf(volume(EbsBlockDevice.blank(VolumeType.GP3, 10), KEY))))
        .isNotEqualTo(dataKey(source));
  }

  @Test
  @Rules({"ENC-16", "COPY-16"})
  void under_another_key_there_is_another_which_later_copies_share() {
    SnapshotId copy = copy(source, OTHER_KEY);

    assertThat(dataKey(copy)).isNotEqualTo(dataKey(source));
    assertThat(dataKey(copy(source, OTHER_KEY))).isEqualTo(dataKey(copy));
    assertThat(dataKey(snapshotOf(volumeOf(source, OTHER_KEY)))).isNotEqualTo(dataKey(source));
    SnapshotId elsewhere = there(ec2).copySnapshot(copyOf(source).build());
    assertThat(snapshot(ec2, THERE, elsewhere).dataEncryptionKeyId())
        .isPresent()
        .isNotEqualTo(Optional.of(dataKey(source)));
  }

  @Test
  @Rules({"ENC-16", "COPY-16"})
  void copies_that_encrypt_share_theirs_by_their_source() {
    SnapshotId plain = ec2.snapshot();

    assertThat(dataKey(copy(plain, KEY))).isEqualTo(dataKey(copy(plain, KEY)));
    assertThat(dataKey(copy(plain, KEY))).isNotEqualTo(dataKey(copy(ec2.snapshot(), KEY)));
  }

  @Test
  @Rules({"ENC-16", "COPY-16"})
  void copies_of_one_lineage_share_theirs_and_others_never_do() {
    assertThat(dataKey(copy(copy(source, KEY), OTHER_KEY)))
        .isEqualTo(dataKey(copy(source, OTHER_KEY)));
    VolumeId plain = ec2.owner()
        .createVolume(EbsBlockDevice.blank(VolumeType.GP3, 10).toBuilder()
            .encrypted(false)
            .build())
        .volumeId();
    assertThat(dataKey(copy(snapshotOf(plain), KEY)))
        .isEqualTo(dataKey(copy(snapshotOf(plain), KEY)));
    // All copies tell of one volume that there is not.
    SnapshotId one = ec2.owner().copySnapshot(copyOf(ec2.snapshot()).build());
    SnapshotId another = ec2.owner().copySnapshot(copyOf(ec2.snapshot()).build());
    assertThat(snapshot(ec2, one).volumeId()).isEqualTo(snapshot(ec2, another).volumeId());
    assertThat(dataKey(copy(one, KEY))).isNotEqualTo(dataKey(copy(another, KEY)));
  }

  @Test
  @Rules({"SNAP-04", "DEC-156"})
  void only_describe_snapshots_tells_and_only_of_encrypted_ones() {
    Snapshot answer =
        ec2.owner().createSnapshot(CreateSnapshot.builder().volumeId(volume).build());
    assertThat(answer.encrypted()).contains(true);
    assertThat(answer.kmsKeyId()).isEmpty(); // by DEC-156; the key before
    assertThat(answer.dataEncryptionKeyId()).isEmpty();
    SnapshotQuery query =
        SnapshotQuery.builder().addSnapshotId(answer.snapshotId()).build();
    assertThat(ec2.owner().describeSnapshots(query).items())
        .singleElement()
        .satisfies(told -> assertThat(told.dataEncryptionKeyId()).contains(dataKey(source)));
    SnapshotId plain = ec2.owner().copySnapshot(copyOf(ec2.snapshot()).build());
    assertThat(snapshot(ec2, plain).dataEncryptionKeyId()).isEmpty();
  }
}
