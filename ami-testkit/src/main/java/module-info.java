/** Generators, assertions and fixtures for tests that deal with Amazon Machine Images. */
module dev.amikit.testkit {
  requires transitive dev.amikit.core;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.amikit.testkit;
}
