package dev.amikit.testkit.snapshot;

import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.snapshot.Snapshot;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotTest {
  @Property
  void a_snapshot_is_equal_to_its_copy(@ForAll Snapshot snapshot) {
    assertThat(snapshot.toBuilder().build()).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
  }

  @Property
  void a_public_snapshot_is_not_encrypted(@ForAll("publicSnapshots") Snapshot snapshot) {
    assertThat(snapshot.createVolumePermissions()).contains(CreateVolumePermission.everyone());
    assertThat(snapshot.isEncrypted()).isFalse();
  }

  @Property
  void what_has_a_key_is_encrypted_and_names_it_by_ARN(@ForAll Snapshot snapshot) {
    snapshot.kmsKeyId().ifPresent(key -> {
      assertThat(snapshot.isEncrypted()).isTrue();
      assertThat(key.value()).matches("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/.+");
    });
  }

  @Provide
  Arbitrary<Snapshot> publicSnapshots() {
    return snapshots().isPublic();
  }
}
