package io.pharos.platform;

import org.springframework.boot.SpringApplication;

/** The one deployable. It starts the roles that the command line names. */
public final class PharosApplication {
    private PharosApplication() {}

    public static void main(String[] args) {
        new SpringApplication(Nothing.class).run(args);
    }

    /** No role yet. */
    static final class Nothing {}
}
