package dev.amikit.registry.tag;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Rule;

/** The operations on tags. */
public final class TagOperations {
  private static final ImmutableList<Rule> RULES =
      ImmutableList.of(TaggedResource.TAGGABLE, TaggedResource.REQUEST_LIMIT);

  private TagOperations() {}

  /** {@return the rules of these operations alone} */
  public static ImmutableList<Rule> rules() {
    return RULES;
  }
}
