package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tags that requests give to new resources. */
public final class NewTags {
  private NewTags() {}

  /** What is wrong with the form of specifications, for an operation that tags these types. */
  public static ImmutableList<Violation> malformed(
      ImmutableList<TagSpecification> specifications, String... types) {
    List<String> taken = Arrays.asList(types);
    Broken broken = Broken.NOTHING;
    for (int i = 0; i < specifications.size(); i++) {
      for (Violation violation : malformed(specifications.get(i), taken)) {
        broken = broken.and(violation.within("tagSpecifications[" + i + "]"));
      }
    }
    return broken.violations();
  }

  private static ImmutableList<Violation> malformed(
      TagSpecification specification, List<String> types) {
    Broken broken = Broken.NOTHING;
    String type = specification.resourceType();
    if (!types.contains(type)) {
      Violation violation = TagSpecification.TYPE_TAKEN
          .brokenBy("resourceType", type)
          .hinting(String.join(" or ", types));
      broken = broken.and(type.isEmpty() ? violation.saying(TagSpecification.NO_TYPE) : violation);
    }
    if (specification.tags().isEmpty()) {
      broken = broken.and(TagSpecification.HAS_TAGS.brokenBy("tags", Optional.empty()));
    }
    for (Violation violation : TagRules.malformed(specification.tags())) {
      broken = broken.and(
          violation.rule().equals(TagRules.NOT_RESERVED)
              ? violation.saying(TagRules.IN_SPECIFICATION)
              : violation);
    }
    return broken.violations();
  }

  /** The specifications with their tags by key: tags have no order. */
  public static ImmutableList<TagSpecification> inOrder(
      ImmutableList<TagSpecification> specifications) {
    return specifications.stream()
        .map(given -> new TagSpecification(
            given.resourceType(),
            Tags.from(ImmutableList.sortedCopyOf(Comparator.comparing(Tag::key), given.tags()))))
        .collect(ImmutableList.toImmutableList());
  }

  /** Refuses more tags than a resource can have. */
  public static void requireRoom(Plan plan, ImmutableList<TagSpecification> specifications) {
    plan.requireNone(tooMany(specifications, plan.settings().quotas().tags()));
  }

  /** The types for which there are more tags than a resource can have. */
  public static ImmutableList<Violation> tooMany(
      ImmutableList<TagSpecification> specifications, int most) {
    Broken broken = Broken.NOTHING;
    Set<String> types = new HashSet<>();
    for (TagSpecification specification : specifications) {
      String type = specification.resourceType();
      if (types.add(type)) {
        broken = broken.and(
            TagRules.tooMany(tagsOf(specifications, type), most, "tagSpecifications", type));
      }
    }
    return broken.violations();
  }

  /** The tags that new resources of a type get. */
  public static Tags tagsOf(ImmutableList<TagSpecification> specifications, String type) {
    Tags tags = Tags.none();
    for (TagSpecification specification : specifications) {
      if (specification.resourceType().equals(type)) {
        tags = tags.isEmpty() ? specification.tags() : tags.with(specification.tags());
      }
    }
    return tags;
  }
}
