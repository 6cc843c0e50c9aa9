/**
 * Decides whether a member may start, so that emptied members never pass for a quorum. It keeps the identity of the
 * cluster on disk and asks the other members over a small authenticated exchange of its own. Depends on
 * {@code transport}; knows neither Aeron nor the core. Its server has one thread.
 */
@NullMarked
package io.pharos.cluster.guard;

import org.jspecify.annotations.NullMarked;
