/**
 * What stands between the internet and the services: sessions, CSRF, problem details, idempotency keys, rate limits,
 * size limits, request ids and security headers. Depends on database, host, instrument and peer. Entered by request threads.
 */
@NullMarked
package io.pharos.platform.edge;

import org.jspecify.annotations.NullMarked;
