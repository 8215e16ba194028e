package dev.hubbub.gatling.simulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of a simulation with the values that they have unless the user sets them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Defaults {
  /** Each as {@code users=100}, in the order of the help. */
  String[] value();
}
