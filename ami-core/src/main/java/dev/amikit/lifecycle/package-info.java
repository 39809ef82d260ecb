/**
 * What can be done with one image, and what then has happened.
 * {@link dev.amikit.lifecycle.snapshot} has the same of one snapshot, and
 * {@link dev.amikit.lifecycle.fastlaunch} of fast launch of an image.
 *
 * <p>Start with what both lives share: a {@link dev.amikit.lifecycle.Command} is what is asked; to
 * decide it gives a {@link dev.amikit.lifecycle.Decision}, which is a refusal or events; an
 * {@link dev.amikit.lifecycle.Event} is a fact, and applying it cannot fail. A
 * {@link dev.amikit.lifecycle.TransitionTable} is a whole life, one
 * {@link dev.amikit.lifecycle.Transition} for each stage and {@link dev.amikit.lifecycle.Action}.
 *
 * <p>The life of an image: an {@link dev.amikit.lifecycle.AmiCommand} comes to
 * {@linkplain dev.amikit.lifecycle.AmiEvent events}, and the {@link dev.amikit.lifecycle.LifeCycle}
 * says from which {@link dev.amikit.lifecycle.AmiStage} to which each
 * {@link dev.amikit.lifecycle.AmiAction} leads. {@link dev.amikit.lifecycle.LifeCycleRules} lists
 * the rules. The commands, by what they change, and the events that they come to:
 *
 * <ul>
 *   <li>how it is made: {@link dev.amikit.lifecycle.FinishCreation} and
 *       {@link dev.amikit.lifecycle.FailCreation}
 *       ({@link dev.amikit.lifecycle.ImageBecameAvailable},
 *       {@link dev.amikit.lifecycle.ImageFailed});
 *   <li>whether it launches: {@link dev.amikit.lifecycle.Disable} and
 *       {@link dev.amikit.lifecycle.Enable} ({@link dev.amikit.lifecycle.ImageDisabled},
 *       {@link dev.amikit.lifecycle.ImageEnabled}), and the {@link dev.amikit.lifecycle.Launch}
 *       itself ({@link dev.amikit.lifecycle.ImageLaunched});
 *   <li>deprecation: {@link dev.amikit.lifecycle.EnableDeprecation} and
 *       {@link dev.amikit.lifecycle.DisableDeprecation}
 *       ({@link dev.amikit.lifecycle.ImageDeprecationEnabled},
 *       {@link dev.amikit.lifecycle.ImageDeprecationDisabled});
 *   <li>how it ends: {@link dev.amikit.lifecycle.Deregister}
 *       ({@link dev.amikit.lifecycle.ImageDeregistered},
 *       {@link dev.amikit.lifecycle.ImageMovedToRecycleBin}), then
 *       {@link dev.amikit.lifecycle.RestoreFromRecycleBin}
 *       ({@link dev.amikit.lifecycle.ImageRestoredFromRecycleBin}) or
 *       {@link dev.amikit.lifecycle.ExpireInRecycleBin}
 *       ({@link dev.amikit.lifecycle.ImageExpired});
 *   <li>what keeps it from ending: {@link dev.amikit.lifecycle.EnableDeregistrationProtection} and
 *       {@link dev.amikit.lifecycle.DisableDeregistrationProtection}
 *       ({@link dev.amikit.lifecycle.DeregistrationProtectionChanged});
 *   <li>who may launch it: {@link dev.amikit.lifecycle.ModifyLaunchPermission},
 *       {@link dev.amikit.lifecycle.ResetLaunchPermission},
 *       {@link dev.amikit.lifecycle.CancelLaunchPermission} and
 *       {@link dev.amikit.lifecycle.WithdrawPublicPermission}
 *       ({@link dev.amikit.lifecycle.LaunchPermissionsChanged}); what becomes public may get a
 *       deprecation time with it;
 *   <li>what it says of itself: {@link dev.amikit.lifecycle.ModifyDescription}
 *       ({@link dev.amikit.lifecycle.DescriptionChanged}),
 *       {@link dev.amikit.lifecycle.ModifyImdsSupport}
 *       ({@link dev.amikit.lifecycle.ImdsSupportChanged}),
 *       {@link dev.amikit.lifecycle.AttachWatermark} and
 *       {@link dev.amikit.lifecycle.DetachWatermark}
 *       ({@link dev.amikit.lifecycle.WatermarkAttached},
 *       {@link dev.amikit.lifecycle.WatermarkDetached}).
 * </ul>
 *
 * <p>Time is an argument. What concerns more than one image (names, quotas, snapshots, who asks) is
 * not judged here, but in {@link dev.amikit.registry}.
 */
@NullMarked
package dev.amikit.lifecycle;

import org.jspecify.annotations.NullMarked;
