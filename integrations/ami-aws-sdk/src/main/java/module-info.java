/** The EC2 clients of the AWS SDK for Java over a registry in the same process. */
module dev.amikit.awssdk {
  requires transitive dev.amikit.core;
  requires transitive dev.amikit.jackson;
  requires transitive software.amazon.awssdk.services.ec2;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires transitive software.amazon.awssdk.http;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.profiles;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.retries.api;
  requires software.amazon.awssdk.utils;
  requires org.reactivestreams;
  requires static dev.amikit.testkit;
  requires static transitive org.jspecify;

  exports dev.amikit.awssdk;
}
