/** The Recycle Bin's own service over a registry in the same process. */
module dev.amikit.awssdk.rbin {
  requires transitive dev.amikit.awssdk;
  requires transitive dev.amikit.core;
  requires transitive software.amazon.awssdk.http;
  requires com.fasterxml.jackson.databind;
  requires dev.amikit.jackson;
  requires static transitive org.jspecify;

  exports dev.amikit.awssdk.rbin;
}
