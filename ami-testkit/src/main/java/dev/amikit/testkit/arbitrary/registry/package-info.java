/**
 * Generated registries, what happens in them, and what is asked of them: operations together with
 * the situation that they are called in, so that what they refer to is there.
 *
 * <p>With this module on the path a property just asks: {@code @ForAll World world}, {@code @ForAll
 * Request<?> request}, {@code @ForAll RegistryEvent event}, or any other type of
 * {@link dev.amikit.registry} and the packages below it.
 * {@link dev.amikit.testkit.arbitrary.registry.RegistryArbitraryProvider} tells jqwik how.
 *
 * <ul>
 *   <li>A {@link dev.amikit.testkit.arbitrary.registry.World} is a registry in which a few things
 *       happened: several accounts, Regions, an organization, keys, retention rules, and references
 *       that hold.
 *   <li>A {@link dev.amikit.testkit.arbitrary.registry.Request} is an operation in a situation; an
 *       {@link dev.amikit.testkit.arbitrary.registry.ImageRequest} comes with the image that it is
 *       about.
 *   <li>{@link dev.amikit.testkit.arbitrary.registry.RegistryArbitraries} makes them, and events
 *       and answers as they really come;
 *       {@link dev.amikit.testkit.arbitrary.registry.SettingsArbitraries} makes what a registry is
 *       built with.
 * </ul>
 */
@NullMarked
package dev.amikit.testkit.arbitrary.registry;

import org.jspecify.annotations.NullMarked;
