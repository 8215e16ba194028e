/**
 * What users do and when: the actions, and the plan that says who takes which one. Pure: a plan is
 * a function of its seed and the number of users, without clock, network or thread.
 *
 * <p>May depend on {@code dev.hubbub.protocol}.
 */
@NullMarked
package dev.hubbub.bots.workload;

import org.jspecify.annotations.NullMarked;
