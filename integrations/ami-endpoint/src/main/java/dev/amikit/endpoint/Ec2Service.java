package dev.amikit.endpoint;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.xml.XmlEscapers;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.awssdk.QueryProtocol;
import dev.amikit.id.AccountId;

/** EC2's query protocol. */
final class Ec2Service implements Service {
  private static final CharMatcher PRINTABLE = CharMatcher.inRange(' ', '~');

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
    Caller caller = Caller.of(request.authorization(), form, accessKeys);
    return protocol.answer(caller.account(), caller.region(), form);
  }

  @Override
  public QueryAnswer refusal(Refused refused, String requestId) {
    ImmutableListMultimap.Builder<String, String> headers =
        ImmutableListMultimap.<String, String>builder()
            .put("Content-Type", "text/xml;charset=UTF-8")
            .put("Server", "AmazonEC2")
            .put("x-amzn-RequestId", requestId);
    if (!refused.explanation().isEmpty()) {
      headers.put("x-amikit-violation", PRINTABLE.negate().replaceFrom(refused.explanation(), '?'));
    }
    return new QueryAnswer(refused.status(), headers.build(), """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>\
        <RequestID>%s</RequestID></Response>""".formatted(
            refused.code(), XmlEscapers.xmlContentEscaper().escape(refused.words()), requestId));
  }
}
