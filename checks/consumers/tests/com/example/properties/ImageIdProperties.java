package com.example.properties;

import dev.amikit.id.ImageId;
import dev.amikit.testkit.arbitrary.IdArbitraries;
import dev.amikit.testkit.contract.TextFormContract;
import net.jqwik.api.Arbitrary;

/** Inherits a contract, and is not run: Surefire passes over such a name. */
class ImageIdProperties implements TextFormContract<ImageId> {
  @Override
  public Arbitrary<ImageId> values() {
    return IdArbitraries.imageIds();
  }

  @Override
  public ImageId read(String text) {
    return ImageId.of(text);
  }
}
