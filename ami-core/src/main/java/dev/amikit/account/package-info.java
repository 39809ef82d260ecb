/**
 * Accounts: what AWS knows of one in every Region is its {@link dev.amikit.account.AccountProfile},
 * and how one has set up EC2 in a Region are its {@link dev.amikit.account.AccountSettings}. To
 * these belong its {@link dev.amikit.account.BlockPublicAccess} and its Allowed AMIs, which are in
 * {@link dev.amikit.allowed}, and who they are {@linkplain dev.amikit.account.ManagedBy managed
 * by}.
 *
 * <p>The operations that look at settings and change them are in
 * {@link dev.amikit.registry.account}.
 */
@NullMarked
package dev.amikit.account;

import org.jspecify.annotations.NullMarked;
