package io.pharos.platform.health;

import java.util.List;

/**
 * Which roles there are, by name.
 *
 * @param local those of this process
 * @param remote those of other processes, as far as this one knows
 */
public record RolePlan(List<String> local, List<String> remote) {
    public RolePlan {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }
}
