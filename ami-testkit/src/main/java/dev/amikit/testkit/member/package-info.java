/** What values are made of, for whoever tells how two differ and makes one of another. */
@NullMarked
package dev.amikit.testkit.member;

import org.jspecify.annotations.NullMarked;
