package dev.amikit.lifecycle;

import static dev.amikit.rule.ErrorCode.MISSING_PARAMETER;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.DeviceName;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageType;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.time.Instant;

/**
 * A pending image becomes available.
 *
 * @param snapshots the snapshots that were made for devices of the image meanwhile, and whose IDs
 *     the mapping of the pending image lacks
 */
public record FinishCreation(ImmutableMap<DeviceName, SnapshotId> snapshots) implements AmiCommand {
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
   * @param snapshots the snapshots that were made for devices of the image meanwhile, and whose IDs
   *     the mapping of the pending image lacks
   */
  public FinishCreation {
    requireNonNull(snapshots, "snapshots");
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
          ? Decision.accepted(new ImageBecameAvailable(snapshots))
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
