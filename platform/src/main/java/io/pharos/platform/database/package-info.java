/**
 * Text truth: starts the embedded PostgreSQL or reaches an external one, and gives each service a schema of its own,
 * a database user that reaches only that schema, and its migrations. Depends on host. Entered by any thread; pools and
 * clients are thread-safe.
 */
@NullMarked
package io.pharos.platform.database;

import org.jspecify.annotations.NullMarked;
