package dev.amikit.image;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import java.util.Comparator;

/** The devices of an image, which are equal in whatever order they stand. */
record DevicesInAnyOrder(ImmutableList<BlockDeviceMapping> devices) {
  @Override
  public boolean equals(Object other) {
    return other instanceof DevicesInAnyOrder that
        && devices.size() == that.devices.size()
        && (devices.equals(that.devices) || byName(devices).equals(byName(that.devices)));
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (BlockDeviceMapping device : devices) {
      hash += device.hashCode();
    }
    return hash;
  }

  private static ImmutableList<BlockDeviceMapping> byName(
      ImmutableList<BlockDeviceMapping> devices) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(BlockDeviceMapping::deviceName), devices);
  }
}
