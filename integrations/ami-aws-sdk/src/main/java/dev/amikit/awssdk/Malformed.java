package dev.amikit.awssdk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;

/** What EC2 says of a request whose form is wrong. */
final class Malformed {
  private static final ImmutableSet<Rule> SNAPSHOT_ID =
      ImmutableSet.of(SnapshotId.KIND, SnapshotId.FORMAT);

  /** How operations call a volume, where they do not call it volumeId. */
  private static final ImmutableMap<String, String> VOLUME = ImmutableMap.of(
      "AttachVolume", "volume",
      "DeleteVolume", "volume",
      "DescribeVolumes", "volumes",
      "DetachVolume", "volume");

  private Malformed() {}

  /** Returns a refusal in the words that EC2 has for it where it comes over the wire. */
  static RuntimeException inWordsOf(String action, RefusedException refused) {
    Violation first = refused.violations().get(0);
    if (SNAPSHOT_ID.contains(first.rule())) {
      switch (action) {
        case "CopySnapshot" -> {
          return new QueryRefusal("InvalidParameterValue", "The specified snapshotId is invalid");
        }
        case "ResetSnapshotAttribute" -> {
          return new QueryRefusal(
              "InvalidSnapshotID.Malformed",
              "The snapshot ID '%s' is malformed".formatted(first.found()));
        }
        default -> {}
      }
    }
    return new Refusal(refused.violations().stream()
            .map(violation -> VOLUME.containsKey(action) && violation.rule().equals(VolumeId.FORMAT)
                ? violation.at(VOLUME.get(action))
                : inSmallLetters(violation))
            .collect(toImmutableList()))
        .toException();
  }

  /** EC2 spells parameters in its messages with a small letter, but those that are missing. */
  private static Violation inSmallLetters(Violation violation) {
    if (violation.rule().equals(MissingAttributesException.REQUIRED)) {
      return violation;
    }
    return violation.at(Splitter.on('.')
        .splitToStream(violation.path())
        .map(member ->
            member.isEmpty() ? member : Ascii.toLowerCase(member.charAt(0)) + member.substring(1))
        .collect(joining(".")));
  }
}
