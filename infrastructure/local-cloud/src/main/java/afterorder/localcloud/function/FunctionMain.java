package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a function's JVM starts with: AWS's runtime interface client, and a watch over the local cloud. Standard input is
 * a pipe that the local cloud holds open and never writes to, so its end says that the local cloud is gone, however it
 * ended. This class is copied next to the functions alone: they see nothing else of the local cloud.
 */
final class FunctionMain {
    private FunctionMain() {}

    public static void main(String[] arguments) throws Throwable {
        InputStream parent = System.in;
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().daemon().name("parent").start(() -> endWith(parent));
        AWSLambda.main(arguments);
    }

    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) continue;
        } catch (IOException gone) {
            System.err.println("the local cloud cannot be watched: " + gone);
        }
        Runtime.getRuntime().halt(1);
    }
}
