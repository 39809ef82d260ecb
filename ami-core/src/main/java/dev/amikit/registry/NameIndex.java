package dev.amikit.registry;

import com.google.common.hash.Hashing;
import dev.amikit.id.ImageId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names of images in the order of their text, to find those that begin with a text. Persistent: a
 * change shares all but the path to what it changes.
 *
 * <p>A treap: ordered by name and ID, and balanced by a priority that is a digest of the ID. It is
 * here because neither Guava nor vavr has a persistent sorted map that can be asked for a range.
 */
final class NameIndex {
  private static final NameIndex EMPTY = new NameIndex(null);

  private record Node(
      String name,
      ImageId id,
      int priority,
      int size,
      @Nullable Node left,
      @Nullable Node right) {
    static Node of(String name, ImageId id) {
      int priority = Hashing.murmur3_32_fixed().hashUnencodedChars(id.value()).asInt();
      return new Node(name, id, priority, 1, null, null);
    }

    Node with(@Nullable Node newLeft, @Nullable Node newRight) {
      return new Node(
          name, id, priority, 1 + sizeOf(newLeft) + sizeOf(newRight), newLeft, newRight);
    }

    int compare(String otherName, ImageId otherId) {
      int byName = name.compareTo(otherName);
      return byName != 0 ? byName : id.compareTo(otherId);
    }
  }

  private final @Nullable Node root;

  private NameIndex(@Nullable Node root) {
    this.root = root;
  }

  static NameIndex empty() {
    return EMPTY;
  }

  NameIndex with(String name, ImageId id) {
    return new NameIndex(insert(without(root, name, id), Node.of(name, id)));
  }

  NameIndex without(String name, ImageId id) {
    return new NameIndex(without(root, name, id));
  }

  /** How many names begin with a text. */
  int countOfPrefix(String prefix) {
    return rank(name -> name.compareTo(prefix) < 0 || name.startsWith(prefix))
        - rank(name -> name.compareTo(prefix) < 0);
  }

  /** The images whose names begin with a text, by name. */
  List<ImageId> ofPrefix(String prefix) {
    List<ImageId> found = new ArrayList<>();
    collect(root, name -> name.startsWith(prefix) ? 0 : name.compareTo(prefix), found);
    return found;
  }

  /** The images of a name. */
  List<ImageId> ofName(String exact) {
    List<ImageId> found = new ArrayList<>();
    collect(root, name -> name.compareTo(exact), found);
    return found;
  }

  int size() {
    return sizeOf(root);
  }

  private int rank(Predicate<String> isBefore) {
    int rank = 0;
    Node node = root;
    while (node != null) {
      if (isBefore.test(node.name)) {
        rank += 1 + sizeOf(node.left);
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return rank;
  }

  private interface Place {
    /** Below 0 if a name comes before what is looked for, above 0 if after. */
    int of(String name);
  }

  private static void collect(@Nullable Node node, Place place, List<ImageId> found) {
    if (node == null) {
      return;
    }
    int side = place.of(node.name);
    if (side >= 0) {
      collect(node.left, place, found);
    }
    if (side == 0) {
      found.add(node.id);
    }
    if (side <= 0) {
      collect(node.right, place, found);
    }
  }

  private static Node insert(@Nullable Node node, Node added) {
    if (node == null) {
      return added;
    }
    boolean isLess = node.compare(added.name, added.id) < 0;
    if (added.priority > node.priority) {
      return added.with(before(node, added), after(node, added));
    }
    return isLess
        ? node.with(node.left, insert(node.right, added))
        : node.with(insert(node.left, added), node.right);
  }

  private static @Nullable Node before(@Nullable Node node, Node pivot) {
    if (node == null) {
      return null;
    }
    return node.compare(pivot.name, pivot.id) < 0
        ? node.with(node.left, before(node.right, pivot))
        : before(node.left, pivot);
  }

  private static @Nullable Node after(@Nullable Node node, Node pivot) {
    if (node == null) {
      return null;
    }
    return node.compare(pivot.name, pivot.id) < 0
        ? after(node.right, pivot)
        : node.with(after(node.left, pivot), node.right);
  }

  private static @Nullable Node without(@Nullable Node node, String name, ImageId id) {
    if (node == null) {
      return null;
    }
    int order = node.compare(name, id);
    if (order == 0) {
      return joined(node.left, node.right);
    }
    if (order < 0) {
      Node right = without(node.right, name, id);
      return sizeOf(right) == sizeOf(node.right) ? node : node.with(node.left, right);
    }
    Node left = without(node.left, name, id);
    return sizeOf(left) == sizeOf(node.left) ? node : node.with(left, node.right);
  }

  private static @Nullable Node joined(@Nullable Node left, @Nullable Node right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.priority > right.priority
        ? left.with(left.left, joined(left.right, right))
        : right.with(joined(left, right.left), right.right);
  }

  private static int sizeOf(@Nullable Node node) {
    return node == null ? 0 : node.size;
  }
}
