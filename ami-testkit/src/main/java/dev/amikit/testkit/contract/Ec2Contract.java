package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.page.PageRequest;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.rule.Refusal;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.time.Clock;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is promised of an EC2 of one's own, such as one on a database: that it answers, refuses and
 * changes as that of the library does. The registry of the library is the model; both are asked the
 * same long sequences of calls, and a sequence that they answer differently shrinks to the few
 * calls that matter. It prints as Java code, to be pasted into a method of the test.
 *
 * <pre>{@code
 * class JournalTest implements Ec2Contract {
 *   @Override
 *   public Registry create(Clock clock, RegistrySettings settings) {
 *     Journal journal = new Journal(clock, settings);
 *     return journal::as;
 *   }
 * }
 * }</pre>
 *
 * <p>Operations come as values: {@link Ec2#call} is all that has to be written. It takes those of
 * the Recycle Bin too. New resources get the IDs that the {@linkplain RegistrySettings#ids()
 * source} of the settings gives, one after the other.
 */
public interface Ec2Contract {
  /** A registry of one's own. */
  @FunctionalInterface
  interface Registry {
    /**
     * Returns EC2 as an account sees it in a Region.
     *
     * @param account the account
     * @param region the Region
     * @return EC2 there; the same registry each time
     */
    Ec2 as(AccountId account, Region region);
  }

  /**
   * Makes a registry in which there is nothing.
   *
   * @param clock what tells the time, which goes by between the calls
   * @param settings Regions, IDs, quotas; work ends at once
   * @return the registry
   */
  Registry create(Clock clock, RegistrySettings settings);

  /** {@return the calls that are made} */
  @Provide
  default Arbitrary<CallSequence> callSequences() {
    return CallSequence.any();
  }

  /**
   * What the model carries out is carried out, with an equal answer, whatever was called before.
   *
   * <p>If it fails, look at the last call of the shrunk sequence: what it answers has been changed
   * by the calls before it, or was not kept.
   *
   * @param calls the calls
   */
  @Property(tries = 30)
  default void what_is_carried_out_must_be_answered_as_by_the_model(
      @ForAll("callSequences") CallSequence calls) {
    calls.on(twins((model, own, operation, expected) -> {
      Twins.Result found = Twins.Result.of(own, operation);
      if (expected.answer().isPresent()) {
        assertThat(found).as("%s", operation).isEqualTo(expected);
      }
    }));
  }

  /**
   * What the model refuses is refused, with the same code of EC2 and the same words.
   *
   * <p>If it fails, look at which of the rules of the operation is not asked, or asked in another
   * order: form first, then what is named, whose it is, its state, and last values and quotas.
   *
   * @param calls the calls
   */
  @Property(tries = 30)
  default void what_is_refused_must_be_refused_with_the_code_and_the_words_of_the_model(
      @ForAll("callSequences") CallSequence calls) {
    calls.on(twins((model, own, operation, expected) -> {
      Twins.Result found = Twins.Result.of(own, operation);
      if (expected.refusal().isPresent()) {
        Refusal refusal = expected.refusal().get();
        assertThat(found.refusal().map(Refusal::errorCode))
            .as("the code of the refusal of %s", operation)
            .contains(refusal.errorCode());
        assertThat(found.refusal().map(Refusal::message))
            .as("the words of the refusal of %s", operation)
            .contains(refusal.message());
      }
    }));
  }

  /**
   * After each call its caller sees the same resources as in the model.
   *
   * <p>If it fails, look at what the last call of the shrunk sequence should have written.
   *
   * @param calls the calls
   */
  @Property(tries = 20)
  default void what_is_there_afterwards_must_be_what_the_model_has(
      @ForAll("callSequences") CallSequence calls) {
    calls.on(twins((model, own, operation, expected) -> {
      Twins.Result unused = Twins.Result.of(own, operation);
      assertThat(seen(own)).as("after %s", operation).isEqualTo(seen(model));
    }));
  }

  /**
   * A call that is refused has changed nothing that its caller could see.
   *
   * <p>If it fails, look at what the operation writes before it has asked all its rules.
   *
   * @param calls the calls
   */
  @Property(tries = 20)
  default void a_refused_call_must_change_nothing(@ForAll("callSequences") CallSequence calls) {
    calls.on(twins((model, own, operation, expected) -> {
      ImmutableList<Object> before = seen(own);
      if (Twins.Result.of(own, operation).refusal().isPresent()) {
        assertThat(seen(own)).as("%s was refused", operation).isEqualTo(before);
      }
    }));
  }

  /**
   * An operation that reads changes nothing that its caller could see.
   *
   * <p>If it fails, look at what is written on the way of a reading operation.
   *
   * @param calls the calls
   */
  @Property(tries = 20)
  default void a_read_must_change_nothing(@ForAll("callSequences") CallSequence calls) {
    calls.on(twins((model, own, operation, expected) -> {
      ImmutableList<Object> before =
          operation instanceof ReadOperation ? seen(own) : ImmutableList.of();
      Twins.Result unused = Twins.Result.of(own, operation);
      if (operation instanceof ReadOperation) {
        assertThat(seen(own)).as("%s reads", operation).isEqualTo(before);
      }
    }));
  }

  private RegistryUnderTest.Factory twins(Twins.Check check) {
    return (clock, settings) ->
        new Twins(RegistryUnderTest.inMemory(clock, settings), create(clock, settings), check);
  }

  /** All that an account sees in a Region. */
  private static ImmutableList<Object> seen(Ec2 ec2) {
    ImmutableList<Operation<?>> looks = ImmutableList.of(
        new DescribeImages(
            ImageQuery.builder().includeDeprecated(true).includeDisabled(true).build()),
        new DescribeSnapshots(SnapshotQuery.builder().build()),
        new DescribeInstances(ImmutableSet.of()),
        DescribeVolumes.of(),
        DescribeTags.of(),
        new ListImagesInRecycleBin(ImmutableSet.of(), PageRequest.first()),
        new ListSnapshotsInRecycleBin(ImmutableSet.of(), PageRequest.first()),
        new ListRules(ResourceType.EC2_IMAGE));
    ImmutableList.Builder<Object> seen = ImmutableList.builder();
    looks.forEach(look -> seen.add(ec2.call(look)));
    return seen.build();
  }
}
