package io.pharos.platform;

/** The last words of the start: where to go and how to sign in. */
final class Welcome {
    private Welcome() {}

    static String text(Pharos pharos, Options options) {
        StringBuilder text = new StringBuilder("Pharos is open: " + pharos.address());
        if (options.roles().contains(Role.ACCOUNTS)) {
            text.append(System.lineSeparator())
                    .append("  Register as a customer:  ")
                    .append(pharos.address())
                    .append("/register")
                    .append(System.lineSeparator())
                    .append("  Sign in as staff:        user and password stand in ")
                    .append(options.data()
                            .resolve("staff-credentials")
                            .toAbsolutePath()
                            .normalize());
        }
        return text.append(System.lineSeparator()).append("  Ctrl-C stops it.").toString();
    }
}
