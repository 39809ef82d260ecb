package com.example.acceptance;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;

import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.testkit.arbitrary.IdArbitraries;
import dev.amikit.testkit.contract.TextFormContract;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ImagePropertiesTest implements TextFormContract<SnapshotId> {
  @Property(tries = 100)
  void images_are_made_without_wiring(@ForAll Ami ami) {
    assertThat(ami).isOwnedBy(ami.ownerId());
  }

  @Override
  public Arbitrary<SnapshotId> values() {
    return IdArbitraries.snapshotIds();
  }

  @Override
  public SnapshotId read(String text) {
    return SnapshotId.of(text);
  }
}
