package dev.amikit.image;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import java.util.Comparator;

/** The devices of an image, which are equal in whatever order they stand. */
record DevicesInAnyOrder(ImmutableList<BlockDeviceMapping> mappings) {
  static final DevicesInAnyOrder NONE = new DevicesInAnyOrder(ImmutableList.of());

  @Override
  public boolean equals(Object other) {
    return other instanceof DevicesInAnyOrder that
        && mappings.size() == that.mappings.size()
        && (mappings.equals(that.mappings) || byName(mappings).equals(byName(that.mappings)));
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (BlockDeviceMapping mapping : mappings) {
      hash += mapping.hashCode();
    }
    return hash;
  }

  private static ImmutableList<BlockDeviceMapping> byName(
      ImmutableList<BlockDeviceMapping> mappings) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(BlockDeviceMapping::deviceName), mappings);
  }

  /** Returns the devices as a list. */
  @Override
  public String toString() {
    return mappings.toString();
  }
}
