/** EC2 on loopback: a registry behind an HTTP server, for whatever speaks to EC2. */
module dev.amikit.endpoint {
  requires transitive dev.amikit.core;
  requires dev.amikit.awssdk;
  requires dev.amikit.awssdk.rbin;
  requires dev.amikit.jackson;
  requires com.fasterxml.jackson.databind;
  requires static com.google.errorprone.annotations;
  requires jdk.httpserver;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.amikit.endpoint;
}
