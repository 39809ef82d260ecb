package dev.amikit.registry.store;

import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableIntArray;
import dev.amikit.id.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of images in the order of their names, to find those of a name and those whose names
 * begin with a text. Persistent: a change shares all but the path to what it changes.
 *
 * <p>A treap: ordered by name, owner and row, and balanced by a priority that is a digest of the
 * row. It is here because neither Guava nor vavr has a persistent sorted map that can be asked for
 * a range.
 */
final class NameIndex {
  private static final NameIndex EMPTY = new NameIndex(null);

  private record Node(
      String name,
      AccountId owner,
      int row,
      @Nullable Node left,
      @Nullable Node right) {
    Node with(@Nullable Node newLeft, @Nullable Node newRight) {
      return new Node(name, owner, row, newLeft, newRight);
    }

    int priority() {
      return Hashing.murmur3_32_fixed().hashInt(row).asInt();
    }

    int compareTo(Node other) {
      int byName = name.compareTo(other.name);
      int byOwner = byName != 0 ? byName : owner.compareTo(other.owner);
      return byOwner != 0 ? byOwner : Integer.compare(row, other.row);
    }
  }

  private final @Nullable Node root;

  private NameIndex(@Nullable Node root) {
    this.root = root;
  }

  static NameIndex empty() {
    return EMPTY;
  }

  /** The index with a row that it does not have under this name. */
  NameIndex with(String name, AccountId owner, int row) {
    return new NameIndex(insert(root, new Node(name, owner, row, null, null)));
  }

  NameIndex without(String name, AccountId owner, int row) {
    return new NameIndex(without(root, new Node(name, owner, row, null, null)));
  }

  /** The rows whose names begin with a text, by name; empty if they are more than so many. */
  Optional<ImmutableIntArray> ofPrefix(String prefix, int atMost) {
    Search search =
        new Search(node -> node.name.startsWith(prefix) ? 0 : node.name.compareTo(prefix), atMost);
    return search.in(root) ? Optional.of(search.found.build()) : Optional.empty();
  }

  /** The rows of a name, by owner; empty if they are more than so many. */
  Optional<ImmutableIntArray> ofName(String name, int atMost) {
    Search search = new Search(node -> node.name.compareTo(name), atMost);
    return search.in(root) ? Optional.of(search.found.build()) : Optional.empty();
  }

  /** The rows of a name of an account. */
  ImmutableIntArray ofName(String name, AccountId owner) {
    Search search = new Search(
        node -> {
          int byName = node.name.compareTo(name);
          return byName != 0 ? byName : node.owner.compareTo(owner);
        },
        Integer.MAX_VALUE);
    boolean unused = search.in(root);
    return search.found.build();
  }

  private interface Place {
    /** Below 0 if a node comes before what is looked for, above 0 if after. */
    int of(Node node);
  }

  /** Finds the nodes of a range, and gives up if they are too many. */
  private static final class Search {
    private final Place place;
    private final ImmutableIntArray.Builder found = ImmutableIntArray.builder();
    private int left;

    Search(Place place, int atMost) {
      this.place = place;
      this.left = atMost;
    }

    boolean in(@Nullable Node node) {
      if (node == null) {
        return true;
      }
      int side = place.of(node);
      return (side < 0 || in(node.left))
          && (side != 0 || takes(node))
          && (side > 0 || in(node.right));
    }

    private boolean takes(Node node) {
      found.add(node.row);
      return left-- > 0;
    }
  }

  private static Node insert(@Nullable Node node, Node added) {
    if (node == null) {
      return added;
    }
    if (added.priority() > node.priority()) {
      return added.with(before(node, added), after(node, added));
    }
    return node.compareTo(added) < 0
        ? node.with(node.left, insert(node.right, added))
        : node.with(insert(node.left, added), node.right);
  }

  private static @Nullable Node before(@Nullable Node node, Node pivot) {
    if (node == null) {
      return null;
    }
    return node.compareTo(pivot) < 0
        ? node.with(node.left, before(node.right, pivot))
        : before(node.left, pivot);
  }

  private static @Nullable Node after(@Nullable Node node, Node pivot) {
    if (node == null) {
      return null;
    }
    return node.compareTo(pivot) < 0
        ? after(node.right, pivot)
        : node.with(after(node.left, pivot), node.right);
  }

  private static @Nullable Node without(@Nullable Node node, Node gone) {
    if (node == null) {
      return null;
    }
    int order = node.compareTo(gone);
    if (order == 0) {
      return joined(node.left, node.right);
    }
    return order < 0
        ? node.with(node.left, without(node.right, gone))
        : node.with(without(node.left, gone), node.right);
  }

  private static @Nullable Node joined(@Nullable Node left, @Nullable Node right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.priority() > right.priority()
        ? left.with(left.left, joined(left.right, right))
        : right.with(joined(left, right.left), right.right);
  }
}
