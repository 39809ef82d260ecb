package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Table;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.image.StateReason;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** What the SDK's client does is what the operation does when it is called itself. */
class SameHistoryTest {
  @Provide
  Arbitrary<Attempts> histories() {
    return Attempts.any();
  }

  @Property(tries = 30)
  void a_history_of_calls_by_the_client_is_that_of_the_operations(
      @ForAll("histories") Attempts attempts) {
    History called = History.of(attempts);
    History byClient = History.of(
        attempts, (clock, settings) -> new Through(RegistryUnderTest.inMemory(clock, settings)));

    assertThat(withoutTokens(byClient)).isEqualTo(withoutTokens(called));
  }

  /** What happened, but that the SDK makes a client token for each copy. */
  private static List<RegistryEvent> withoutTokens(History history) {
    return history.events().stream()
        .filter(event -> !(event instanceof RegistryEvent.ClientTokenUsed))
        .toList();
  }

  /** A registry whose EC2 is asked through the client of the SDK. */
  private record Through(RegistryUnderTest registry, Table<AccountId, Region, Ec2> clients)
      implements RegistryUnderTest {
    Through(RegistryUnderTest registry) {
      this(registry, HashBasedTable.create());
    }

    @Override
    public Ec2 as(AccountId account, Region region) {
      return clients
          .row(account)
          .computeIfAbsent(region, any -> new ThroughClient(registry.as(account, region)));
    }

    @Override
    public PartitionState state() {
      return registry.state();
    }

    @Override
    public void restore(PartitionState kept) {
      registry.restore(kept);
    }

    @Override
    public void listen(Consumer<? super RecordedEvent> listener) {
      registry.listen(listener);
    }

    @Override
    public void advance() {
      registry.advance();
    }

    @Override
    public void complete(Region region, ResourceId resource) {
      registry.complete(region, resource);
    }

    @Override
    public void fail(Region region, ResourceId resource, StateReason reason) {
      registry.fail(region, resource, reason);
    }

    @Override
    public ImmutableMap<Region, ImmutableList<Task>> completeAll() {
      return registry.completeAll();
    }
  }

  /**
   * EC2 that is asked through the client. What comes back to the client must be what the operation
   * came to, answer or refusal; it is then handed on.
   */
  private record ThroughClient(Ec2 ec2, AtomicReference<@Nullable Object> outcome, Ec2Client client)
      implements Ec2 {
    ThroughClient(Ec2 ec2) {
      this(ec2, new AtomicReference<>());
    }

    private ThroughClient(Ec2 ec2, AtomicReference<@Nullable Object> outcome) {
      this(
          ec2,
          outcome,
          Ec2Clients.of(QueryProtocol.of((account, region) -> new Witness(ec2, outcome)))
              .client(ec2.caller(), ec2.region()));
    }

    @Override
    public AccountId caller() {
      return ec2.caller();
    }

    @Override
    public Region region() {
      return ec2.region();
    }

    @Override
    @SuppressWarnings("unchecked") // the witness saw an answer to this very operation
    public <R> R call(Operation<R> operation) {
      if (!QueryProtocol.actions().contains(Requests.nameOf(operation))) {
        return ec2.call(operation); // of the Recycle Bin's own service
      }
      try {
        Ec2Response response = Requests.call(client, AmiSdk.toSdk(operation));
        R answer = (R) requireNonNull(outcome.get());
        Ec2Response told = AmiSdk.toSdk(operation, answer);
        assertThat(response).matches(told::equalsBySdkFields, "is " + told);
        return answer;
      } catch (Ec2Exception thrown) {
        RefusedException refused = (RefusedException) requireNonNull(outcome.get());
        assertThat(thrown.awsErrorDetails().errorCode())
            .isEqualTo(refused.errorCode().toString());
        assertThat(thrown.awsErrorDetails().errorMessage()).isEqualTo(refused.errorMessage());
        throw refused;
      }
    }
  }

  /** Sees what becomes of the operations that come over the wire. */
  private record Witness(Ec2 ec2, AtomicReference<@Nullable Object> outcome) implements Ec2 {
    @Override
    public AccountId caller() {
      return ec2.caller();
    }

    @Override
    public Region region() {
      return ec2.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      try {
        R answer = ec2.call(operation);
        outcome.set(answer);
        return answer;
      } catch (RefusedException refused) {
        outcome.set(refused);
        throw refused;
      }
    }
  }
}
