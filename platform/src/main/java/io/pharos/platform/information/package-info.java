/**
 * What is published for reading: notices and the glossary. A thin role that may run in a process of its own. Depends on
 * edge and database. Entered by request threads.
 */
@NullMarked
package io.pharos.platform.information;

import org.jspecify.annotations.NullMarked;
