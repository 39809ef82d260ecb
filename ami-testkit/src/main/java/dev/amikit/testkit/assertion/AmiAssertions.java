package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Decision;
import dev.amikit.page.Answer;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions begin. To be imported statically; its {@code assertThat} stands beside that of
 * AssertJ.
 */
public final class AmiAssertions {
  private AmiAssertions() {}

  /**
   * Begins an assertion on an image.
   *
   * @param actual the image
   * @return the assertion
   */
  public static AmiAssert assertThat(@Nullable Ami actual) {
    return new AmiAssert(actual);
  }

  /**
   * Begins an assertion on a snapshot.
   *
   * @param actual the snapshot
   * @return the assertion
   */
  public static SnapshotAssert assertThat(@Nullable Snapshot actual) {
    return new SnapshotAssert(actual);
  }

  /**
   * Begins an assertion on an entry of a mapping.
   *
   * @param actual the entry
   * @return the assertion
   */
  public static BlockDeviceMappingAssert assertThat(@Nullable BlockDeviceMapping actual) {
    return new BlockDeviceMappingAssert(actual);
  }

  /**
   * Begins an assertion on a volume of a mapping.
   *
   * @param actual the volume
   * @return the assertion
   */
  public static EbsBlockDeviceAssert assertThat(@Nullable EbsBlockDevice actual) {
    return new EbsBlockDeviceAssert(actual);
  }

  /**
   * Begins an assertion on an instance.
   *
   * @param actual the instance
   * @return the assertion
   */
  public static InstanceAssert assertThat(@Nullable Instance actual) {
    return new InstanceAssert(actual);
  }

  /**
   * Begins an assertion on a volume that there is.
   *
   * @param actual the volume
   * @return the assertion
   */
  public static VolumeAssert assertThat(@Nullable Volume actual) {
    return new VolumeAssert(actual);
  }

  /**
   * Begins an assertion on a retention rule.
   *
   * @param actual the rule
   * @return the assertion
   */
  public static RetentionRuleAssert assertThat(@Nullable RetentionRule actual) {
    return new RetentionRuleAssert(actual);
  }

  /**
   * Begins an assertion on a page, or on the refusal that stands for one.
   *
   * @param <T> what is listed
   * @param actual the answer
   * @return the assertion
   */
  public static <T> AnswerAssert<T> assertThat(@Nullable Answer<T> actual) {
    return new AnswerAssert<>(actual);
  }

  /**
   * Begins an assertion on a refusal.
   *
   * @param actual the refusal; without one, nothing was refused
   * @return the assertion
   */
  public static AttemptAssert assertThat(@Nullable Refusal actual) {
    return new AttemptAssert(Optional.ofNullable(actual));
  }

  /**
   * Begins an assertion on what has happened, such as what
   * {@link dev.amikit.testkit.ec2.TestEc2#listen()} was told.
   *
   * @param events what has happened
   * @return the assertion
   */
  public static EventsAssert assertThatEvents(Iterable<RecordedEvent> events) {
    return new EventsAssert(requireNonNull(events, "events"));
  }

  /**
   * Begins an assertion on what a command came to.
   *
   * @param <T> the type of what the command was asked of
   * @param actual the decision
   * @return the assertion
   */
  public static <T> DecisionAssert<T> assertThat(@Nullable Decision<T> actual) {
    return new DecisionAssert<>(actual);
  }

  /**
   * Tries to build a value, and begins an assertion on how that went.
   *
   * @param building what builds the value
   * @return the assertion
   */
  public static AttemptAssert assertThatBuilding(ThrowingCallable building) {
    requireNonNull(building, "building");
    return assertThatCalling(building);
  }

  /**
   * Calls an operation, and begins an assertion on how that went: {@code assertThatCalling(() ->
   * ec2.disableImage(id)).isRefusedWith(ErrorCode.AUTH_FAILURE)}.
   *
   * @param calling what calls
   * @return the assertion
   */
  public static AttemptAssert assertThatCalling(ThrowingCallable calling) {
    requireNonNull(calling, "calling");
    return new AttemptAssert(refusalOf(calling));
  }

  /**
   * Begins an assertion on all that there is in a registry, such as {@code registry.state()}.
   *
   * @param actual the state
   * @return the assertion
   */
  public static RegistryAssert assertThat(@Nullable PartitionState actual) {
    return new RegistryAssert(actual);
  }

  /**
   * Begins an assertion on what an operation came to.
   *
   * @param <R> what the operation answers with
   * @param actual the outcome
   * @return the assertion
   */
  public static <R> OutcomeAssert<R> assertThat(@Nullable Outcome<R> actual) {
    return new OutcomeAssert<>(actual);
  }

  private static Optional<Refusal> refusalOf(ThrowingCallable attempt) {
    try {
      attempt.call();
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusal());
    } catch (Throwable other) {
      throw new AssertionError("Expected success or a refusal by rules but got " + other, other);
    }
  }
}
