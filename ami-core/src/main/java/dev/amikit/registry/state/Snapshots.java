package dev.amikit.registry.state;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Streams;
import dev.amikit.id.AccountId;
import dev.amikit.id.SnapshotId;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.store.Rows;
import dev.amikit.registry.store.Selection;
import dev.amikit.registry.store.SnapshotIndex;
import dev.amikit.registry.store.Table;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of a Region as their owners have them, of all accounts, with what finds them: those
 * in the Recycle Bin as well.
 */
public final class Snapshots {
  private static final Snapshots EMPTY =
      new Snapshots(Table.empty(SnapshotId::tryParse, Snapshot::snapshotId), SnapshotIndex.empty());

  private final Table<SnapshotId, Snapshot> table;
  private final SnapshotIndex index;

  private Snapshots(Table<SnapshotId, Snapshot> table, SnapshotIndex index) {
    this.table = table;
    this.index = index;
  }

  static Snapshots none() {
    return EMPTY;
  }

  /** {@return how many snapshots there are} */
  public int size() {
    return table.size();
  }

  /**
   * Returns a snapshot.
   *
   * @param id its ID
   * @return the snapshot; empty if there is none
   */
  public Optional<Snapshot> get(SnapshotId id) {
    requireNonNull(id, "id");
    return table.get(id);
  }

  /** {@return all snapshots, in no order} */
  public Stream<Snapshot> all() {
    return Streams.stream(table.all());
  }

  /**
   * Returns the snapshots of an account, those in the Recycle Bin left out.
   *
   * @param owner the account
   * @return the snapshots, by ID
   */
  public Stream<Snapshot> ownedBy(AccountId owner) {
    requireNonNull(owner, "owner");
    return byId(index.owned(owner));
  }

  /**
   * Returns the snapshots of an account that lie in the Recycle Bin.
   *
   * @param owner the account
   * @return the snapshots, by ID
   */
  public Stream<Snapshot> binned(AccountId owner) {
    requireNonNull(owner, "owner");
    return byId(index.binned(owner));
  }

  private Stream<Snapshot> byId(Rows rows) {
    return table.at(rows.toArray()).stream().sorted(comparing(Snapshot::snapshotId));
  }

  /** The snapshots among which are those that a query finds, the Recycle Bin left out or not. */
  Iterable<Snapshot> candidates(SnapshotQuery query, Viewer viewer) {
    return query.snapshotIds().isEmpty()
        ? new Selection<>(table, index.candidates(query, viewer, table))
        : table.of(query.snapshotIds());
  }

  Snapshots with(Snapshot after) {
    SnapshotId id = after.snapshotId();
    int row = table.row(id);
    return row == Table.NOWHERE
        ? changed(table.with(after), table.freeRow(), null, after)
        : changed(table.with(row, after), row, table.at(row), after);
  }

  Snapshots without(SnapshotId id) {
    int row = table.row(id);
    return row == Table.NOWHERE ? this : changed(table.without(id), row, table.at(row), null);
  }

  /** The snapshots after an account that is not the owner changed its tags on one. */
  Snapshots retagged(SnapshotId id, AccountId account, Tags before, Tags after) {
    int row = table.row(id);
    return row == Table.NOWHERE
        ? this
        : new Snapshots(table, index.retagged(row, account, before, after));
  }

  private Snapshots changed(
      Table<SnapshotId, Snapshot> changed,
      int row,
      @Nullable Snapshot before,
      @Nullable Snapshot after) {
    return new Snapshots(changed, index.changed(row, before, after));
  }

  /** Two shelves are equal if they hold the same snapshots. */
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Snapshots snapshots && table.equals(snapshots.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }
}
