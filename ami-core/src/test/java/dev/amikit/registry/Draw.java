package dev.amikit.registry;

import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.List;
import java.util.Random;

/** What is drawn at random for a registry. */
public final class Draw {
  private Draw() {}

  public static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Up to two of the tags {@code env} and {@code team}, each {@code a} or {@code b}. */
  public static Tags tags(Random random) {
    Tags tags = Tags.none();
    for (int i = random.nextInt(3); i > 0; i--) {
      tags = tags.with(
          Tags.of(Tag.of(random.nextBoolean() ? "env" : "team", random.nextBoolean() ? "a" : "b")));
    }
    return tags;
  }
}
