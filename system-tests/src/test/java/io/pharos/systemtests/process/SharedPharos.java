package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one Pharos that they share, as a parameter of type {@link PharosProcess}. It starts with the first test
 * that wants it and stops after the last; who breaks things starts one of their own.
 */
public final class SharedPharos implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedPharos.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PharosProcess.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(PharosProcess.class, unused -> startOnce(), PharosProcess.class);
    }

    private static PharosProcess startOnce() {
        try {
            return PharosProcess.start(
                    Files.createTempDirectory("pharos-system-").resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
