/**
 * What an installation trades: its assets and instruments with their names, units, fees and taxes, read from
 * {@code catalogue.yaml}, and their registration in the core. Depends on core, host and instrument. Immutable after the
 * start.
 */
@NullMarked
package io.pharos.platform.catalogue;

import org.jspecify.annotations.NullMarked;
