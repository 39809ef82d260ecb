package dev.amikit.testkit.arbitrary;

import dev.amikit.image.Ami;
import dev.amikit.snapshot.Snapshot;
import net.jqwik.api.*;

class SpeedProperties {
  @Property(tries=1000) void a1(@ForAll Ami ami) {}
  @Property(tries=1000) void a2(@ForAll Ami ami) {}
  @Property(tries=1000) void a3(@ForAll Ami ami) {}
  @Property(tries=1000) void a4(@ForAll Ami ami) {}
  @Property(tries=1000) void a5(@ForAll Ami ami) {}
  @Property(tries=1000) void s1(@ForAll Snapshot ami) {}
  @Property(tries=1000) void s2(@ForAll Snapshot ami) {}
  @Property(tries=1000) void z_shrinks(@ForAll Ami ami) { if (ami.isWindows() && ami.tags().size() > 0) throw new AssertionError("x"); }
}
