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
import dev.amikit.rule.Broken;
import dev.amikit.rule.Characters;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Optional;

/**
 * {@code DeleteTags}: takes tags off images, snapshots, instances and volumes, as far as the caller
 * put them there, also off images and snapshots that it no longer sees. Of a tag that is not there
 * nothing is taken.
 *
 * @param resources the IDs of the resources, at least one and at most 1,000
 * @param tags the tags, at most 1,000; none for all that are not AWS's own
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html">DeleteTags</a>
 */
public record DeleteTags(ImmutableList<String> resources, ImmutableList<TagToDelete> tags)
    implements Operation<Return> {
  /**
   * Refuses null.
   *
   * @param resources the IDs of the resources, at least one and at most 1,000
   * @param tags the tags, at most 1,000; none for all that are not AWS's own
   */
  public DeleteTags {
    requireNonNull(resources, "resources");
    requireNonNull(tags, "tags");
  }

  /**
   * A tag to delete.
   *
   * @param key its key
   * @param value its value, which may be the empty text; no value for whatever value it has
   */
  public record TagToDelete(String key, Optional<String> value) {
    /**
     * Refuses null.
     *
     * @param key its key
     * @param value its value, which may be the empty text; no value for whatever value it has
     */
    public TagToDelete {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
    }

    /**
     * Returns the tag of a key, whatever its value.
     *
     * @param key the key
     * @return the tag
     */
    public static TagToDelete of(String key) {
      return new TagToDelete(key, Optional.empty());
    }

    /**
     * Returns the tag of a key, if it has a value.
     *
     * @param key the key
     * @param value the value
     * @return the tag
     */
    public static TagToDelete of(String key, String value) {
      requireNonNull(value, "value");
      return new TagToDelete(key, Optional.of(value));
    }

    boolean matches(Tag tag) {
      return tag.key().equals(key) && value.map(tag.value()::equals).orElse(true);
    }
  }

  @Override
  public Outcome<Return> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableSet.copyOf(resources).stream()
          .map(id -> TaggedResource.findTagged(plan, id))
          .forEach(resource -> resource.change(plan, left(resource.tags())));
      return Return.TRUE;
    });
  }

  private Tags left(Tags present) {
    return present.filter(tag -> tag.isReserved()
        || !tags.isEmpty() && tags.stream().noneMatch(deleted -> deleted.matches(tag)));
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    broken.addAll(TaggedResource.malformed(resources, tags.size()));
    for (int i = 0; i < Math.min(tags.size(), TaggedResource.MOST); i++) {
      for (Violation violation : malformed(tags.get(i))) {
        broken.add(violation.within("tags[" + i + "]"));
      }
    }
    return broken.build();
  }

  private static ImmutableList<Violation> malformed(TagToDelete tag) {
    return Broken.NOTHING
        .and(
            tag.key().isEmpty()
                ? Optional.of(Tag.KEY_NOT_EMPTY.brokenBy("key", tag.key()))
                : TagRules.malformed(tag.key()))
        .and(tag.value().flatMap(value -> Characters.malformed("value", value)))
        .violations();
  }
}
