/**
 * The edge's filters, its argument resolvers and its answer to every error. Only the edge uses it. Entered by request
 * threads.
 */
@NullMarked
package io.pharos.platform.edge.web;

import org.jspecify.annotations.NullMarked;
