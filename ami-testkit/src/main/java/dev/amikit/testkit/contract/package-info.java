/**
 * Contracts to inherit: properties that hold of every implementation of an idea. A test class
 * implements one.
 *
 * <ul>
 *   <li>{@link dev.amikit.testkit.contract.TextFormContract}: a text reads back as an equal value.
 *   <li>{@link dev.amikit.testkit.contract.LifeContract}: commands decide as a transition table
 *       says, and events tell all that happened.
 * </ul>
 *
 * <p>The values come from {@link dev.amikit.testkit.arbitrary}.
 */
@NullMarked
package dev.amikit.testkit.contract;

import org.jspecify.annotations.NullMarked;
