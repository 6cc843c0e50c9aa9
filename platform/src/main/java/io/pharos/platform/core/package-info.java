/**
 * This process's member of the core and its client: the only package here that starts or connects to a cluster. Depends
 * on cluster's published packages, host and edge. The client is thread-safe.
 */
@NullMarked
package io.pharos.platform.core;

import org.jspecify.annotations.NullMarked;
