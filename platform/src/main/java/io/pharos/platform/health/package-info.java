/**
 * The contract of a named check, which services publish and operations collects. Depends on nothing. A check is called
 * from any thread and answers within its time-out.
 */
@NullMarked
package io.pharos.platform.health;

import org.jspecify.annotations.NullMarked;
