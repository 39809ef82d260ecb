package dev.amikit.registry.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.rule.Violation;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Comparator;
import java.util.Optional;

/** The tags that requests give to new resources. */
public final class NewTags {
  private NewTags() {}

  /** What is wrong with the form of specifications, for an operation that tags these types. */
  public static ImmutableList<Violation> malformed(
      ImmutableList<TagSpecification> specifications, String... types) {
    ImmutableSet<String> taken = ImmutableSet.copyOf(types);
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    for (int i = 0; i < specifications.size(); i++) {
      for (Violation violation : malformed(specifications.get(i), taken)) {
        broken.add(violation.within("tagSpecifications[%d]".formatted(i)));
      }
    }
    return broken.build();
  }

  private static ImmutableList<Violation> malformed(
      TagSpecification specification, ImmutableSet<String> types) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    String type = specification.resourceType();
    if (!types.contains(type)) {
      Violation violation = TagSpecification.TYPE_TAKEN
          .brokenBy("resourceType", type)
          .hinting(String.join(" or ", types));
      broken.add(type.isEmpty() ? violation.saying(TagSpecification.NO_TYPE) : violation);
    }
    if (specification.tags().isEmpty()) {
      broken.add(TagSpecification.HAS_TAGS.brokenBy("tags", Optional.empty()));
    }
    for (Violation violation : TagRules.malformed(specification.tags())) {
      broken.add(
          violation.rule().equals(TagRules.NOT_RESERVED)
              ? violation.saying(TagRules.IN_SPECIFICATION)
              : violation);
    }
    return broken.build();
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
    return specifications.stream()
        .map(TagSpecification::resourceType)
        .distinct()
        .flatMap(type ->
            TagRules.tooMany(tagsOf(specifications, type), most, "tagSpecifications", type)
                .stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The tags that new resources of a type get. */
  public static Tags tagsOf(ImmutableList<TagSpecification> specifications, String type) {
    return specifications.stream()
        .filter(specification -> specification.resourceType().equals(type))
        .map(TagSpecification::tags)
        .reduce(Tags.none(), Tags::with);
  }
}
