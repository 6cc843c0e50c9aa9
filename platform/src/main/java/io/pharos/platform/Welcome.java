package io.pharos.platform;

import io.pharos.platform.accounts.StaffAccount;

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
                    .append(staff(pharos.context().getBean(StaffAccount.class)));
        }
        return text.append(System.lineSeparator()).append("  Ctrl-C stops it.").toString();
    }

    private static String staff(StaffAccount staff) {
        return staff.newPassword()
                .map(password -> "  Sign in as staff:        " + staff.email() + " with the password "
                        + password.value() + "  (shown once; kept in " + staff.file() + ")")
                .orElseGet(() -> "  Sign in as staff:        name and password stand in " + staff.file());
    }
}
