/**
 * Registries for tests, and long random histories of them. Nothing here is promised yet: the module
 * keeps the package to itself, for its own tests of the library.
 *
 * <ul>
 *   <li>A {@link dev.amikit.testkit.registry.TestRegistry} has a clock that the test moves, and
 *       checks that a call is refused.
 *   <li>A {@link dev.amikit.testkit.registry.History} is what some
 *       {@linkplain dev.amikit.testkit.registry.History.Attempts attempts}, drawn by jqwik, come to
 *       in a registry. One that fails shrinks to the steps that matter, and prints as them. It runs
 *       on any {@link dev.amikit.testkit.registry.RegistryUnderTest}.
 *   <li>A {@link dev.amikit.testkit.registry.PlainScan} looks through all that there is, as an
 *       oracle for what is looked up.
 *   <li>A {@link dev.amikit.testkit.registry.Draw} makes choices that shrink, whatever they depend
 *       on.
 * </ul>
 */
@NullMarked
package dev.amikit.testkit.registry;

import org.jspecify.annotations.NullMarked;
