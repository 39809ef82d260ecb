package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.EnumMap;
import java.util.EnumSet;

/**
 * A life cycle as a table: stage by action, every cell.
 *
 * @param <S> the stages
 * @param <A> the actions
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A> & Action<S>> {
  private final ImmutableMap<S, ImmutableMap<A, Transition<S, A>>> rows;
  private final ImmutableMap<S, ImmutableSet<S>> followers;

  /**
   * Makes the table that the actions describe.
   *
   * @param stages the stages, which are the rows
   * @param actions the actions, which are the columns
   */
  public TransitionTable(Class<S> stages, Class<A> actions) {
    requireNonNull(stages, "stages");
    requireNonNull(actions, "actions");
    EnumMap<S, ImmutableMap<A, Transition<S, A>>> all = new EnumMap<>(stages);
    EnumMap<S, ImmutableSet<S>> after = new EnumMap<>(stages);
    for (S stage : EnumSet.allOf(stages)) {
      EnumMap<A, Transition<S, A>> row = new EnumMap<>(actions);
      EnumSet<S> reached = EnumSet.noneOf(stages);
      for (A action : EnumSet.allOf(actions)) {
        ImmutableSet<S> targets = action.targets().getOrDefault(stage, ImmutableSet.of());
        row.put(action, new Transition<>(stage, action, targets));
        reached.addAll(targets);
      }
      all.put(stage, Maps.immutableEnumMap(row));
      after.put(stage, Sets.immutableEnumSet(reached));
    }
    this.rows = Maps.immutableEnumMap(all);
    this.followers = Maps.immutableEnumMap(after);
  }

  /** {@return every cell: what an action does in a stage} */
  public ImmutableTable<S, A, Transition<S, A>> cells() {
    ImmutableTable.Builder<S, A, Transition<S, A>> cells = ImmutableTable.builder();
    for (ImmutableMap<A, Transition<S, A>> row : rows.values()) {
      for (Transition<S, A> cell : row.values()) {
        cells.put(cell.from(), cell.action(), cell);
      }
    }
    return cells.build();
  }

  /**
   * Returns one cell.
   *
   * @param stage where something is in its life
   * @param action what is to happen to it
   * @return what comes of it
   */
  public Transition<S, A> cell(S stage, A action) {
    requireNonNull(stage, "stage");
    requireNonNull(action, "action");
    return requireNonNull(requireNonNull(rows.get(stage)).get(action));
  }

  /**
   * Tells whether any action leads from one stage to another.
   *
   * @param before the stage before
   * @param after the stage after
   * @return whether one does
   */
  public boolean leads(S before, S after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    return requireNonNull(followers.get(before)).contains(after);
  }
}
