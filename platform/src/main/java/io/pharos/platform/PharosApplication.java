package io.pharos.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** The one deployable. It starts the roles that the command line names. */
public final class PharosApplication {
    private PharosApplication() {}

    public static void main(String[] args) {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
    }

    /** No role yet. */
    static final class Nothing {}
}
