/**
 * Orders over HTTP, against a whole platform in a process of its own. Depends on nothing of the platform but its main
 * class's name and its published API. One virtual thread for each connection.
 */
@NullMarked
package io.pharos.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
