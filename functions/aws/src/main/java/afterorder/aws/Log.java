package afterorder.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Writes to the function's log, which Lambda makes JSON lines of. Ids only: no personal data, no keys, no tokens. */
public final class Log {
    private final LambdaLogger logger;

    private Log(LambdaLogger logger) {
        this.logger = logger;
    }

    public static Log of(Context context) {
        return new Log(context.getLogger());
    }

    public void info(String message) {
        logger.log(message, LogLevel.INFO);
    }

    public void error(String message) {
        logger.log(message, LogLevel.ERROR);
    }

    public void error(String message, Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        logger.log(message + "\n" + trace, LogLevel.ERROR);
    }
}
