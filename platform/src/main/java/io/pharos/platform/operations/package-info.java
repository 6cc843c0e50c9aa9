/**
 * What staff and the public see of the platform's state, and the switches of staff. Depends on edge, health, catalogue
 * core and sandbox (the bank's switch). Entered by request threads.
 */
@NullMarked
package io.pharos.platform.operations;

import org.jspecify.annotations.NullMarked;
