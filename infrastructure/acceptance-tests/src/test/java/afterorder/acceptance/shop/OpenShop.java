package afterorder.acceptance.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one shop of the run, which is opened for the first of them and closed after the last. When a class is
 * through, the shop must hold its promises.
 */
public class OpenShop implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(getClass(), type -> open(), Shop.class);
    }

    /** After each class, since an error at the end of the run would be nobody's. */
    @Override
    public void afterAll(ExtensionContext context) {
        Shop shop =
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).get(getClass(), Shop.class);
        if (shop != null) shop.holdsItsPromises();
    }

    private static Shop open() {
        try {
            return Shop.open(Files.createTempDirectory(
                    Files.createDirectories(Shop.ROOT.resolve("infrastructure/acceptance-tests/target/shops")),
                    "shop"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
