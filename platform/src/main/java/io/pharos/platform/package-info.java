/** The deployable: starts the roles that it is told to. Depends on the cluster's client, never on the core. */
@NullMarked
package io.pharos.platform;

import org.jspecify.annotations.NullMarked;
