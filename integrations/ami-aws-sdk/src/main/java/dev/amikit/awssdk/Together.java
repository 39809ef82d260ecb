package dev.amikit.awssdk;

import com.google.common.collect.ImmutableList;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;

/**
 * Several operations in one call: all are carried out, or the first that is refused and none.
 *
 * @param <R> what each answers with
 * @param operations the operations, in turn
 */
record Together<R>(ImmutableList<Operation<R>> operations) implements Operation<ImmutableList<R>> {
  @Override
  public Outcome<ImmutableList<R>> decide(Situation situation) {
    Outcome.Course course = Outcome.from(situation.state());
    ImmutableList.Builder<R> answers = ImmutableList.builder();
    for (Operation<R> operation : operations) {
      Outcome<R> outcome = operation.decide(new Situation(
          course.state(),
          situation.caller(),
          situation.region(),
          situation.now(),
          situation.settings()));
      if (outcome instanceof Outcome.Done<R> done) {
        done.events().forEach(course::happens);
        answers.add(done.result());
      } else {
        return new Outcome.Refused<>(outcome.refusal().orElseThrow());
      }
    }
    return course.done(answers.build());
  }
}
