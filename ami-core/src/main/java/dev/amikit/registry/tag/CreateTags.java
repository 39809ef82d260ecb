package dev.amikit.registry.tag;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.TagRules;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tags;
import java.util.Optional;

/**
 * {@code CreateTags}: gives tags to images and snapshots that the caller can see, and to its
 * instances and volumes. A key that is there gets the new value; every account has its own tags on
 * a resource. Either all resources are tagged or none is.
 *
 * @param resources the IDs of the resources, at least one and at most 1,000
 * @param tags the tags, at least one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html">CreateTags</a>
 */
public record CreateTags(ImmutableList<String> resources, Tags tags) implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param resources the IDs of the resources, at least one and at most 1,000
   * @param tags the tags, at least one
   */
  public CreateTags {
    requireNonNull(resources, "resources");
    requireNonNull(tags, "tags");
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<TaggedResource> tagged = ImmutableSet.copyOf(resources).stream()
          .map(id -> TaggedResource.find(plan, id))
          .collect(ImmutableList.toImmutableList());
      int most = plan.settings().quotas().tags();
      plan.requireNone(tagged.stream()
          .flatMap(resource -> tooMany(resource, most).stream())
          .collect(ImmutableList.toImmutableList()));
      tagged.forEach(resource -> resource.change(plan, resource.tags().with(tags)));
      return Return.TRUE;
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(TaggedResource.malformed(resources, tags.size()));
    if (tags.isEmpty()) {
      broken.add(MissingAttributesException.REQUIRED.brokenBy("tags", "absent"));
    }
    return broken.addAll(TagRules.malformed(tags)).build();
  }

  private Optional<Violation> tooMany(TaggedResource resource, int most) {
    Tags present = resource.tags();
    Tags wanted = present.with(tags);
    return wanted.size() == present.size()
        ? Optional.empty()
        : TagRules.tooMany(wanted, most, "", resource.id())
            .map(violation -> violation.at("resources[" + resources.indexOf(resource.id()) + "]"));
  }
}
