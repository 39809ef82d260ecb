/**
 * Where the disks of an instance come from: start at {@link dev.amikit.device.BlockDeviceMapping}.
 * Sizes are in GiB (2<sup>30</sup> bytes), throughput is in MiB/s.
 */
@NullMarked
package dev.amikit.device;

import org.jspecify.annotations.NullMarked;
