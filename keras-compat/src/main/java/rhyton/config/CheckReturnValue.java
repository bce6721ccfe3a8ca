package rhyton.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks methods whose result is the whole point: option methods change nothing, they return a
 * changed copy. Error Prone, IDEs and SpotBugs know the annotation by its simple name and warn when
 * such a result is dropped. On a type it holds for all of the type's methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CheckReturnValue {}
