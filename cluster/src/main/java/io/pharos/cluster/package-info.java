/** The only code that knows Aeron: member, client, journal, backup. Depends on core and protocol. */
@NullMarked
package io.pharos.cluster;

import org.jspecify.annotations.NullMarked;
