package dev.amikit.registry.tag;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.ImageUsageReportEvent;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.util.function.Function;

/**
 * What a request changes the tags of: those that the caller has on an image or a snapshot, whoever
 * owns it, or on an instance, a volume or an image usage report of its own.
 *
 * @param id its ID
 * @param tags the tags that the caller has on it
 * @param tagged that the caller has others on it
 */
record TaggedResource(String id, Tags tags, Function<Tags, RegistryEvent> tagged) {
  private static final String PATH = "resources";

  static final int MOST = 1000;

  static final Rule TAGGABLE = Rule.rule(
          "tagged-resource.taggable",
          "what is tagged is named by the ID of an image, a snapshot, an instance, a volume or an"
              + " image usage report",
          ErrorCode.INVALID_ID,
          "error codes, InvalidID",
          "TAG-11")
      .saying(quoted("The ID '{value}' is not valid"));

  static final Rule REQUEST_LIMIT = Rule.rule(
          "tagged-resource.few",
          "a request changes the tags of at most 1,000 resources, and names at most 1,000 tags",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CreateTags and DeleteTags",
          "TAG-10",
          "TAG-16",
          "QUOTA-09")
      .saying(own("The maximum number of {parameter} specified on a single call is 1000"));

  /** What is wrong with the resources that a request names, and the number of tags beside them. */
  static ImmutableList<Violation> malformed(ImmutableList<String> resources, int tags) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    if (resources.isEmpty()) {
      broken.add(MissingAttributesException.absent(PATH, "resourceIdSet"));
    }
    if (resources.size() > MOST) {
      broken.add(REQUEST_LIMIT.brokenBy(PATH, resources.size()));
    }
    if (tags > MOST) {
      broken.add(REQUEST_LIMIT.brokenBy("tags", tags));
    }
    for (int i = 0; i < Math.min(resources.size(), MOST); i++) {
      if (!isTaggable(resources.get(i))) {
        broken.add(TAGGABLE.brokenBy("resources[%d]".formatted(i), resources.get(i)));
      }
    }
    return broken.build();
  }

  /** The resource of an ID; refuses one that the caller cannot see. */
  static TaggedResource find(Plan plan, String id) {
    ResourceId resource = ResourceId.parse(id);
    if (resource instanceof SnapshotId snapshot) {
      return snapshot(plan, snapshot);
    }
    if (resource instanceof InstanceId instance) {
      return instance(plan, instance);
    }
    if (resource instanceof ImageUsageReportId report) {
      return usageReport(plan, report);
    }
    return resource instanceof VolumeId volume
        ? volume(plan, volume)
        : image(plan, (ImageId) resource);
  }

  /** The resource of an ID, also one that the caller cannot see any more but has tags on. */
  static TaggedResource findTagged(Plan plan, String id) {
    ResourceId resource = ResourceId.parse(id);
    Tags tags = plan.here().foreignTags().get(plan.caller(), resource);
    if (tags.isEmpty() || isGone(plan.here(), resource)) {
      return find(plan, id);
    }
    return resource instanceof SnapshotId snapshot
        ? tagged(plan, snapshot, tags)
        : tagged(plan, (ImageId) resource, tags);
  }

  /**
   * Whether a resource is an image that was deregistered for good, the tags on which count no more.
   */
  static boolean isGone(RegionState here, ResourceId resource) {
    return resource instanceof ImageId image
        && here.images()
            .get(image)
            .filter(ami -> ami.state() == AmiState.DEREGISTERED)
            .isPresent();
  }

  /** Plans that the caller has these tags on the resource, and no others. */
  void change(Plan plan, Tags changed) {
    if (!changed.equals(tags)) {
      plan.happens(tagged.apply(changed));
    }
  }

  private static TaggedResource image(Plan plan, ImageId id) {
    Ami ami = plan.visibleImage(id, PATH);
    plan.requireOnRecord(ami);
    return tagged(plan, id, plan.here().tags(plan.caller(), ami));
  }

  private static TaggedResource tagged(Plan plan, ImageId id, Tags tags) {
    return new TaggedResource(
        id.value(),
        tags,
        changed -> new RegistryEvent.ImageTagged(plan.region(), id, plan.caller(), changed));
  }

  private static TaggedResource snapshot(Plan plan, SnapshotId id) {
    Snapshot snapshot = plan.state()
        .snapshot(plan.region(), id)
        .filter(plan::mayRead)
        .orElseThrow(() -> Plan.notFound(id, PATH));
    return tagged(plan, id, plan.here().tags(plan.caller(), snapshot));
  }

  private static TaggedResource tagged(Plan plan, SnapshotId id, Tags tags) {
    return new TaggedResource(
        id.value(),
        tags,
        changed -> new RegistryEvent.SnapshotTagged(plan.region(), id, plan.caller(), changed));
  }

  private static TaggedResource instance(Plan plan, InstanceId id) {
    Instance instance = plan.ownInstance(id, PATH);
    return new TaggedResource(
        id.value(),
        instance.tags(),
        tags -> new InstanceEvent.InstanceTagged(plan.region(), id, tags));
  }

  private static TaggedResource volume(Plan plan, VolumeId id) {
    Volume volume = plan.ownVolume(id, PATH);
    return new TaggedResource(
        id.value(), volume.tags(), tags -> new VolumeEvent.VolumeTagged(plan.region(), id, tags));
  }

  private static TaggedResource usageReport(Plan plan, ImageUsageReportId id) {
    return new TaggedResource(
        id.value(),
        plan.ownImageUsageReport(id, PATH).tags(),
        tags -> new ImageUsageReportEvent.ImageUsageReportTagged(plan.region(), id, tags));
  }

  private static boolean isTaggable(String id) {
    try {
      return ResourceId.parse(id).value().equals(id);
    } catch (RuleViolationException e) {
      return false;
    }
  }
}
