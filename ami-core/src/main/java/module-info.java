/**
 * Amazon Machine Images as values: what an AMI is, what may be done with it, and why not.
 *
 * <p>The map of the packages stands in {@link dev.amikit}.
 */
module dev.amikit.core {
  requires transitive com.google.common;
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires static com.google.errorprone.annotations;
  requires io.vavr;
  requires static java.compiler;
  requires static java.desktop;

  exports dev.amikit;
  exports dev.amikit.account;
  exports dev.amikit.advice;
  exports dev.amikit.allowed;
  exports dev.amikit.device;
  exports dev.amikit.fastlaunch;
  exports dev.amikit.filter;
  exports dev.amikit.id;
  exports dev.amikit.image;
  exports dev.amikit.lifecycle;
  exports dev.amikit.lifecycle.fastlaunch;
  exports dev.amikit.lifecycle.snapshot;
  exports dev.amikit.page;
  exports dev.amikit.permission;
  exports dev.amikit.query;
  exports dev.amikit.registry;
  exports dev.amikit.registry.account;
  exports dev.amikit.registry.fastlaunch;
  exports dev.amikit.registry.image;
  exports dev.amikit.registry.instance;
  exports dev.amikit.registry.operation;
  exports dev.amikit.registry.recyclebin;
  exports dev.amikit.registry.s3;
  exports dev.amikit.registry.snapshot;
  exports dev.amikit.registry.state;
  exports dev.amikit.registry.tag;
  exports dev.amikit.registry.usage;
  exports dev.amikit.rule;
  exports dev.amikit.s3;
  exports dev.amikit.snapshot;
  exports dev.amikit.tag;
  exports dev.amikit.usage;
  exports dev.amikit.visibility;
  exports dev.amikit.word;
}
