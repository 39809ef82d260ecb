package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.testkit.ec2.ClientProvider;
import dev.amikit.testkit.ec2.TestEc2;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Makes the clients of the AWS SDK that tests ask for: with {@code ami-testkit} on the path, a test
 * may have a parameter {@code @Account("111122223333") Ec2Client ec2}. Waiting of theirs moves the
 * clock of the test. Nobody needs to name it; on the class path it is found by
 * {@link java.util.ServiceLoader}.
 */
public final class TestClients implements ClientProvider {
  /** Makes the provider. */
  public TestClients() {}

  /** {@return whether the type is one of the SDK's two clients of EC2} */
  @Override
  public boolean makes(Class<?> type) {
    requireNonNull(type, "type");
    return type == Ec2Client.class || type == Ec2AsyncClient.class;
  }

  /** {@return the client, which signs as the account} */
  @Override
  public <T> T client(Class<T> type, TestEc2 aws, AccountId account, Region region) {
    requireNonNull(type, "type");
    requireNonNull(aws, "aws");
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    Ec2Clients clients = Ec2Clients.of(QueryProtocol.of(aws::as)).waiting(aws.clock()::pass);
    return type.cast(
        type == Ec2Client.class
            ? clients.client(account, region)
            : clients.asyncClient(account, region));
  }
}
