package afterorder.acceptance.shop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The tests of a class are in the one shop of the run: one class at a time, since the vendor is told what to do next. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OpenShop.class)
@ResourceLock("open shop")
public @interface InOpenShop {}
