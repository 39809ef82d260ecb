package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.contract.Question.About;
import java.util.Collection;
import net.jqwik.api.Arbitrary;

/**
 * What is promised of who finds snapshots in a way of one's own, such as by SQL. See
 * {@link ImageQueryContract} for how it is used.
 */
public interface SnapshotQueryContract extends QueryContract<SnapshotQuery, Snapshot> {
  @Override
  default Collection<Snapshot> findByLibrary(Question<SnapshotQuery, Snapshot> question) {
    requireNonNull(question, "question");
    return question.values().stream()
        .filter(question.query().predicate(SnapshotSource.of(question.values()), question.viewer()))
        .collect(toImmutableList());
  }

  @Override
  default Arbitrary<Question<SnapshotQuery, Snapshot>> questions(About about) {
    return SnapshotQuestions.about(requireNonNull(about, "about"));
  }
}
