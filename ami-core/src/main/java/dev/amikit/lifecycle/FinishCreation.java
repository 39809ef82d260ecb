package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageType;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;

/**
 * A pending image becomes available.
 *
 * @param volumes the volumes of the devices that snapshots were made for meanwhile, as the image
 *     has them from now on; the mapping of the pending image lacks the IDs of the snapshots
 */
public record FinishCreation(ImmutableMap<DeviceName, EbsBlockDevice> volumes)
    implements AmiCommand {
  /** An available image on EBS has names. */
  public static final Rule NAMED = Rule.rule(
      "finish-creation.named",
      "a machine image with an EBS root becomes available only with a name and a root device name",
      MISSING_PARAMETER,
      "API reference, RegisterImage",
      "VAL-09");

  /**
   * Refuses null.
   *
   * @param volumes the volumes of the devices that snapshots were made for meanwhile, as the image
   *     has them from now on; the mapping of the pending image lacks the IDs of the snapshots
   */
  public FinishCreation {
    requireNonNull(volumes, "volumes");
  }

  /** Makes the command for an image whose mapping lacks nothing. */
  public FinishCreation() {
    this(ImmutableMap.of());
  }

  @Override
  public AmiAction action() {
    return AmiAction.FINISH_CREATION;
  }

  @Override
  public Decision<Ami> decide(Ami ami, Instant now) {
    return LifeCycle.decide(this, ami, now, () -> {
      ImmutableList<Violation> absent = absentNames(ami);
      return absent.isEmpty()
          ? Decision.accepted(new ImageBecameAvailable(volumes))
          : new Decision.Refused<>(new Refusal(absent));
    });
  }

  private static ImmutableList<Violation> absentNames(Ami ami) {
    ImmutableList.Builder<Violation> absent = ImmutableList.builder();
    if (ami.imageType().equals(ImageType.MACHINE) && ami.hasEbsRoot()) {
      if (ami.name().isEmpty()) {
        absent.add(NAMED.brokenBy("name", "absent"));
      }
      if (ami.rootDeviceName().isEmpty()) {
        absent.add(NAMED.brokenBy("rootDeviceName", "absent"));
      }
    }
    return absent.build();
  }
}
