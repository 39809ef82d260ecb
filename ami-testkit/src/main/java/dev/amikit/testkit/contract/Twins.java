package dev.amikit.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The model and a registry of somebody's own: both are asked the same, and what the model answers
 * counts.
 */
record Twins(RegistryUnderTest model, Ec2Contract.Registry own, Check check)
    implements RegistryUnderTest {
  /** What is checked of each call. */
  @FunctionalInterface
  interface Check {
    void check(Ec2 model, Ec2 own, Operation<?> operation, Result expected);
  }

  /** What a call came to: an answer or a refusal. */
  record Result(Optional<Object> answer, Optional<Refusal> refusal) {
    static Result of(Ec2 ec2, Operation<?> operation) {
      try {
        return new Result(Optional.of(ec2.call(operation)), Optional.empty());
      } catch (RefusedException refused) {
        return new Result(Optional.empty(), Optional.of(refused.refusal()));
      }
    }

    /** Returns the answer, or the refusal. */
    @Override
    public String toString() {
      return refusal
          .<Object>map(Refusal::toString)
          .or(() -> answer)
          .orElseThrow()
          .toString();
    }
  }

  @Override
  public Ec2 as(AccountId account, Region region) {
    return new Both(model.as(account, region), own.as(account, region), check);
  }

  private record Both(Ec2 model, Ec2 own, Check check) implements Ec2 {
    @Override
    public AccountId caller() {
      return model.caller();
    }

    @Override
    public Region region() {
      return model.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      Result expected = Result.of(model, operation);
      check.check(model, own, operation, expected);
      if (expected.refusal().isPresent()) {
        throw expected.refusal().get().toException();
      }
      @SuppressWarnings("unchecked") // the model answered this operation with it
      R answer = (R) expected.answer().orElseThrow();
      return answer;
    }
  }

  @Override
  public PartitionState state() {
    return model.state();
  }

  @Override
  public void listen(Consumer<? super RecordedEvent> listener) {
    model.listen(listener);
  }

  @Override
  public void advance() {
    model.advance();
  }

  @Override
  public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
    return ImmutableMap.of(); // it has ended at once
  }

  @Override
  public void restore(PartitionState kept) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void complete(Region region, TaskSubject subject) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void fail(Region region, TaskSubject subject, StateReason reason) {
    throw new UnsupportedOperationException();
  }
}
