package io.pharos.platform.replay.exchange;

/** Who replays. */
public record Credentials(String email, String password) {
    /** The password is masked. */
    @Override
    public String toString() {
        return "Credentials[email=" + email + ", password=***]";
    }
}
