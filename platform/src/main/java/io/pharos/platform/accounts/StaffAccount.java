package io.pharos.platform.accounts;

import io.pharos.platform.accounts.Accounts.Registration;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.Origin;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** The first member of staff, made at the first start with a random password that stands in a private file. */
public final class StaffAccount {
    /** The file in the data directory. */
    public static final String FILE = "staff-credentials";

    private static final EmailAddress EMAIL = new EmailAddress("staff@pharos.local");

    private final Optional<Secret> newPassword;
    private final Path file;

    StaffAccount(Accounts accounts, CustomerTable customers, DataDirectory data) {
        this.file = data.root().resolve(FILE);
        this.newPassword = customers.hasStaff() ? Optional.empty() : Optional.of(create(accounts, data));
    }

    public String email() {
        return EMAIL.value();
    }

    /** The password, at the start that made it; never again. */
    public Optional<Secret> newPassword() {
        return newPassword;
    }

    /** Where name and password stand. */
    public Path file() {
        return file;
    }

    private static Secret create(Accounts accounts, DataDirectory data) {
        // The file comes first: a password that nobody can read would lock staff out for ever.
        Secret password = data.secret("staff.password");
        data.writePrivate(FILE, EMAIL.value() + "\n" + password.value() + "\n");
        accounts.register(
                new Registration(EMAIL, new Password(password.value()), "Pharos staff", "zh-CN"),
                CallerRole.STAFF,
                new Origin("-", "first start"));
        return password;
    }
}
