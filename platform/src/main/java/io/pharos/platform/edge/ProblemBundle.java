package io.pharos.platform.edge;

import java.util.List;

/**
 * The texts of a service's codes. The service publishes one as a bean.
 *
 * @param baseName a resource bundle with the variants {@code _zh} and {@code _en}
 * @param codes all codes whose texts stand there
 */
public record ProblemBundle(String baseName, List<? extends ProblemCode> codes) {
    public ProblemBundle {
        codes = List.copyOf(codes);
    }
}
