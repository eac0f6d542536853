package org.kashidashi.kiosk.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kashidashi.kiosk.app.demo.Folders;
import org.kashidashi.sync.store.StoreException;

/** Gives each test that asks for one a kiosk of its own, and takes it down afterwards. */
final class Stages implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Stages.class);

  private record Lent(KioskStage stage, Path folder) implements AutoCloseable {
    static Lent open() throws Exception {
      Path folder = Files.createTempDirectory("kashidashi-scenario");
      return new Lent(KioskStage.open(folder), folder);
    }

    @Override
    public void close()
        throws IOException, StoreException, org.kashidashi.central.store.StoreException {
      stage.close();
      Folders.delete(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KioskStage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      Lent lent = Lent.open();
      context.getStore(NAMESPACE).put(Lent.class, lent);
      return lent.stage();
    } catch (Exception e) {
      throw new ParameterResolutionException("no kiosk could be set up", e);
    }
  }
}
