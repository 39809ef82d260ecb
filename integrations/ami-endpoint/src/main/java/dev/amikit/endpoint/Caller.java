package dev.amikit.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.rule.RefusedException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where: what the scope of a signature of version 4 says, in the Authorization header
 * or in a presigned query. The signature itself is not looked at.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">Elements
 *     of an AWS API request signature</a>
 */
record Caller(AccountId account, Region region) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile("AWS4-HMAC-SHA256\\s+(?:.*[,\\s])?Credential=([^,\\s]*).*");
  private static final Pattern SCOPE =
      Pattern.compile("([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");
  private static final Pattern OF_VERSION_2 = Pattern.compile("(^|&)AWSAccessKeyId=");
  private static final String PRESIGNED = "X-Amz-Credential=";

  /**
   * Returns who asks.
   *
   * @param service the service that is asked, such as {@code ec2}
   * @param authorization the header of that name; null if there is none
   * @param form the parameters
   * @param accessKeys the accounts of access keys that are not accounts themselves
   */
  static Caller of(
      String service,
      @Nullable String authorization,
      String form,
      ImmutableMap<String, AccountId> accessKeys)
      throws Refused {
    Optional<String> credential =
        authorization == null ? presigned(form) : Optional.of(credential(authorization));
    if (credential.isEmpty() && OF_VERSION_2.matcher(form).find()) {
      throw Refused.caller("a signature of version 2 does not tell the Region; sign by version 4");
    }
    if (credential.isEmpty()) {
      throw new Refused(
          400, "MissingParameter", "The request must contain the parameter AWSAccessKeyId");
    }
    Matcher scope = SCOPE.matcher(credential.get());
    if (!scope.matches()) {
      throw Refused.caller("a credential is KEY/DATE/REGION/%s/aws4_request, but was %s"
          .formatted(service, credential.get()));
    }
    if (!scope.group(3).equals(service)) {
      throw Refused.caller(
          "the credential is scoped to %s, but this is %s".formatted(scope.group(3), service));
    }
    return new Caller(account(scope.group(1), accessKeys), region(scope.group(2)));
  }

  private static AccountId account(String accessKey, ImmutableMap<String, AccountId> accessKeys)
      throws Refused {
    AccountId account = accessKeys.get(accessKey);
    if (account != null) {
      return account;
    }
    if (!AccountId.hasForm(accessKey)) {
      throw Refused.caller("an access key is an account of 12 digits or one that the endpoint was"
          + " told of, but was " + accessKey);
    }
    return AccountId.of(accessKey);
  }

  private static Region region(String code) throws Refused {
    try {
      return Region.of(code);
    } catch (RefusedException refused) {
      throw Refused.caller(refused.violations().get(0).explanation());
    }
  }

  private static String credential(String authorization) throws Refused {
    Matcher header = AUTHORIZATION.matcher(authorization);
    if (!header.matches()) {
      throw Refused.caller("a signature is of AWS4-HMAC-SHA256, with a credential");
    }
    return header.group(1);
  }

  private static Optional<String> presigned(String form) throws Refused {
    for (String pair : Splitter.on('&').split(form)) {
      if (pair.startsWith(PRESIGNED)) {
        try {
          return Optional.of(URLDecoder.decode(pair.substring(PRESIGNED.length()), UTF_8));
        } catch (IllegalArgumentException malformed) {
          throw Refused.caller("X-Amz-Credential cannot be decoded");
        }
      }
    }
    return Optional.empty();
  }
}
