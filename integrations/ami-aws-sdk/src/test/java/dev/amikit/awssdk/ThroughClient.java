package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.RefusedException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/**
 * EC2 that is asked through the client. What comes back to the client must be what the operation
 * came to, answer or refusal; an answer is read out of it and handed on, where the library can read
 * it.
 */
record ThroughClient(Ec2 ec2, AtomicReference<@Nullable Object> outcome, Ec2Client client)
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
      Object read = Responses.read(Requests.nameOf(operation), response).orElse(answer);
      assertThat(read).as("what the client can read of the answer").isEqualTo(answer);
      return (R) read;
    } catch (Ec2Exception thrown) {
      RefusedException refused = (RefusedException) requireNonNull(outcome.get());
      assertThat(thrown.awsErrorDetails().errorCode())
          .isEqualTo(refused.errorCode().toString());
      assertThat(thrown.awsErrorDetails().errorMessage()).isEqualTo(refused.errorMessage());
      throw refused;
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
