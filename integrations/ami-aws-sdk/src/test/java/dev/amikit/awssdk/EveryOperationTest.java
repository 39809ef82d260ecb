package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.operation.Operation;
import dev.amikit.testkit.ec2.EveryOperation;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation of EC2 is called through the client once, and answers as if called itself. */
class EveryOperationTest {
  private final Set<String> called = new TreeSet<>();

  @Test
  void each_operation_is_answered_through_the_client() {
    EveryOperation.call(this::through, bin -> bin);

    assertThat(called).containsExactlyInAnyOrderElementsOf(QueryProtocol.actions());
  }

  private Ec2 through(Ec2 ec2) {
    ThroughClient client = new ThroughClient(ec2);
    return new Ec2() {
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
        called.add(Requests.nameOf(operation));
        return client.call(operation);
      }
    };
  }
}
