package dev.amikit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import java.time.Clock;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** The registry of the library keeps the contract, and each promise catches who breaks it. */
class Ec2ContractTest {
  @Group
  class Kept implements Ec2Contract {
    @Override
    public Registry create(Clock clock, RegistrySettings settings) {
      InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock, settings);
      return (account, region) -> registry.account(account).in(region);
    }
  }

  /** How a broken EC2 carries out an operation that an honest one would. */
  private interface Breaking {
    <R> R call(Ec2 honest, Operation<R> operation);
  }

  private record Broken(Breaking how) implements Ec2Contract {
    @Override
    public Registry create(Clock clock, RegistrySettings settings) {
      InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock, settings);
      return (account, region) -> new Breaker(registry.account(account).in(region), how);
    }
  }

  private record Breaker(Ec2 honest, Breaking how) implements Ec2 {
    @Override
    public AccountId caller() {
      return honest.caller();
    }

    @Override
    public Region region() {
      return honest.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return how.call(honest, operation);
    }
  }

  private static void assertCaught(
      Breaking how, BiConsumer<Ec2Contract, CallSequence> promise, String... words) {
    Ec2Contract broken = new Broken(how);
    Arbitrary<CallSequence> calls = broken.callSequences();
    assertThatThrownBy(() -> {
          for (int i = 0; i < 40; i++) {
            promise.accept(broken, calls.sample());
          }
        })
        .isInstanceOf(AssertionError.class)
        .message()
        .contains(words);
  }

  @Example
  void tags_that_get_lost_are_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            if (operation instanceof CreateTags) {
              @SuppressWarnings("unchecked") // what CreateTags answers with
              R done = (R) Return.TRUE;
              return done;
            }
            return honest.call(operation);
          }
        },
        Ec2Contract::what_is_there_afterwards_must_be_what_the_model_has,
        "after CreateTags");
  }

  @Example
  void an_answer_of_ones_own_is_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            R answer = honest.call(operation);
            if (answer instanceof Volume volume) {
              @SuppressWarnings("unchecked") // a volume, as the honest answer is
              R larger = (R) volume.toBuilder().size(volume.size() + 1).build();
              return larger;
            }
            return answer;
          }
        },
        Ec2Contract::what_is_carried_out_must_be_answered_as_by_the_model,
        "CreateVolume");
  }

  @Example
  void words_of_ones_own_are_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            try {
              return honest.call(operation);
            } catch (RefusedException refused) {
              throw Rule.rule("own.words", "it is possible", refused.errorCode(), "the test")
                  .refuse("", "it");
            }
          }
        },
        Ec2Contract::what_is_refused_must_be_refused_with_the_code_and_the_words_of_the_model,
        "the words of the refusal of");
  }

  @Example
  void a_code_of_ones_own_is_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            try {
              return honest.call(operation);
            } catch (RefusedException refused) {
              throw Rule.rule("own.code", "it is possible", ErrorCode.INVALID_REQUEST, "the test")
                  .refuse("", "it");
            }
          }
        },
        Ec2Contract::what_is_refused_must_be_refused_with_the_code_and_the_words_of_the_model,
        "the code of the refusal of");
  }

  @Example
  void a_change_before_a_refusal_is_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            try {
              return honest.call(operation);
            } catch (RefusedException refused) {
              honest.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1));
              throw refused;
            }
          }
        },
        Ec2Contract::a_refused_call_must_change_nothing,
        "was refused");
  }

  @Example
  void a_read_that_writes_is_caught() {
    assertCaught(
        new Breaking() {
          @Override
          public <R> R call(Ec2 honest, Operation<R> operation) {
            R answer = honest.call(operation);
            if (operation instanceof ReadOperation) {
              honest.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1));
            }
            return answer;
          }
        },
        Ec2Contract::a_read_must_change_nothing,
        "reads");
  }
}
