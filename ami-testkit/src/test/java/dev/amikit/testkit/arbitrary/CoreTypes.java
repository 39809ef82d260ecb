package dev.amikit.testkit.arbitrary;

import com.google.common.base.Splitter;
import dev.amikit.image.Ami;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;

/** The types of the library, as its module lists them. */
public final class CoreTypes {
  /** Where what concerns one image or snapshot begins; the kit does not speak of the rest yet. */
  private static final Set<String> ROOMS =
      Set.of("device", "id", "image", "lifecycle", "permission", "rule", "snapshot", "tag", "word");

  /** What concerns an image and an account, and is as far away as their values. */
  private static final String FAST_LAUNCH = "dev.amikit.lifecycle.fastlaunch";

  private CoreTypes() {}

  /** Whether a type concerns one image or snapshot, and not all that there are. */
  static boolean isOfOne(Class<?> type) {
    List<String> names = Splitter.on('.').splitToList(type.getName());
    return names.size() == 3
        || ROOMS.contains(names.get(2)) && !type.getPackageName().equals(FAST_LAUNCH);
  }

  /** The public types that stand in a file of their own. */
  public static List<Class<?>> publicTypes() throws IOException {
    Module core = Ami.class.getModule();
    try (ModuleReader reader = core.getLayer()
        .configuration()
        .findModule(core.getName())
        .orElseThrow()
        .reference()
        .open()) {
      return reader
          .list()
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(name -> Class.forName(core, name))
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    }
  }
}
