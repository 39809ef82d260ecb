package dev.amikit.endpoint;

import com.google.common.collect.ImmutableMap;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.id.AccountId;

/** EC2's query protocol. */
final class Ec2Service implements Service {
  private final QueryProtocol protocol;
  private final ImmutableMap<String, AccountId> accessKeys;
  private final int mostParameters;

  Ec2Service(
      QueryProtocol protocol, ImmutableMap<String, AccountId> accessKeys, int mostParameters) {
    this.protocol = protocol;
    this.accessKeys = accessKeys;
    this.mostParameters = mostParameters;
  }

  @Override
  public QueryAnswer answer(Request request) throws Refused {
    if (!request.method().equals("GET") && !request.method().equals("POST")) {
      throw Refused.method(request.method());
    }
    String form = request.form(mostParameters);
    Caller caller = Caller.of("ec2", request.authorization(), form, accessKeys);
    return protocol.answer(caller.account(), caller.region(), form);
  }

  @Override
  public QueryAnswer refusal(Refused refused, String requestId) {
    return QueryAnswer.error(
        refused.status(), refused.code(), refused.words(), requestId, refused.explanations());
  }
}
