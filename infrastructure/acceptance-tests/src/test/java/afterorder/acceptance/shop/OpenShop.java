package afterorder.acceptance.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one shop of the run, which is opened for the first of them and closed after the last. */
public class OpenShop implements ParameterResolver {

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
